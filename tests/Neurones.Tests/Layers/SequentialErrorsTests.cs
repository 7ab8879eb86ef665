using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Tests;

/// <summary>Data and options that don't fit a model: the sentence names them and the cure, and the model stays as it was.</summary>
public class SequentialErrorsTests
{
    private static readonly FitOptions Once = new() { Epochs = 1 };

    private readonly Sequential _model = new([3]) { new Dense(4), new ReLU(), new Dense(2), new Softmax() };
    private readonly Tensor _X = RandomTensor.Normal(new(0), [5, 3]);
    private readonly Tensor _Y = RandomTensor.OneHotRows(new(0), 5, 2);

    [Fact]
    public void Samples_of_another_shape_are_refused()
    {
        using var french = new FrenchCulture();
        var photos = new Sequential([4, 5, 1]) { new Flatten(), new Dense(1) };
        Everywhere(_model, "X is 5x4 but the model takes samples of 3: X must be 5x3.", new([5, 4], new float[20]));
        Everywhere(_model, "X is 5 but the model takes samples of 3: X must be 5x3.", new([5], new float[5]));
        Everywhere(_model, "X is 3 but the model takes samples of 3: give it a sample or more, a single one as X.Reshape([1, 3]).", new([3], new float[3]));
        Everywhere(photos, "X is 4x5x1 but the model takes samples of 4x5x1: give it a sample or more, a single one as X.Reshape([1, 4, 5, 1]).", new([4, 5, 1], new float[20]));
        Everywhere(photos, "X is 2x4x5 but the model takes samples of 4x5x1: X must be 2x4x5x1; use X.Reshape([2, 4, 5, 1]).", new([2, 4, 5], new float[40]));
        Everywhere(photos, "X is 7x20 but the model takes samples of 4x5x1: X must be 7x4x5x1; use X.Reshape([7, 4, 5, 1]).", Matrix<double>.Build.Dense(7, 20));

        void Everywhere(Sequential model, string message, Tensor X)
        {
            var Y = RandomTensor.OneHotRows(new(0), X.Count, 2);
            Fails(message, () => model.Predict(X));
            Fails(message, () => model.Answers(X, 0));
            Refused(message, model, X, Y);
            Refused(message.Replace("X is", "Validation.X is", StringComparison.Ordinal).Replace("X.R", "Validation.X.R", StringComparison.Ordinal).Replace(": X must", ": Validation.X must", StringComparison.Ordinal), model, X, Y, validation: true);
        }
    }

    [Fact]
    public void Answers_of_another_shape_are_refused()
    {
        using var french = new FrenchCulture();
        var one = new Sequential([3]) { new Dense(1) };
        Refused("X is 5x3 but Y is 4x2: both need the same number of samples.", _model, _X, _Y.Samples(..4));
        Refused("Y is 5x1 but the model's answers are 5x2: Y must be as they are; turn labels into rows by OneHot.Encode(y, 2).", _model, _X, new([5, 1], new float[5]));
        Refused("Y is 5 but the model's answers are 5x2: Y must be as they are; turn labels into rows by OneHot.Encode(y, 2).", _model, _X, new([5], new float[5]));
        Refused("Y is 5x3 but the model's answers are 5x2: Y must be as they are.", _model, _X, new([5, 3], new float[15]));
        Refused("Y is 5 but the model's answers are 5x1: Y must be as they are; use Y.Reshape([5, 1]).", one, _X, new([5], new float[5]));
        Refused("Y is 5x2 but the model's answers are 5x1: Y must be as they are.", one, _X, _Y);
        Refused("Validation.X is 5x3 but Validation.Y is 4x2: both need the same number of samples.", _model, _X, _Y.Samples(..4), validation: true);
        Refused("Validation.Y is 5x1 but the model's answers are 5x2: Validation.Y must be as they are; turn labels into rows by OneHot.Encode(y, 2).", _model, _X, new([5, 1], new float[5]), validation: true);
    }

    [Fact]
    public void A_bad_number_is_found_wherever_it_is()
    {
        var values = new float[3 << 18];
        values[^1] = float.PositiveInfinity;
        Fails("X has Infinity in sample 262143 (counted from 0): replace or remove that sample first.", () => _model.Predict(new Tensor([1 << 18, 3], values)));
    }

    [Fact]
    public void Numbers_that_are_none_are_refused()
    {
        using var french = new FrenchCulture();
        var X = new Tensor([2, 3], [1, 2, 3, 4, float.NaN, 6]);
        Fails("X has NaN in sample 1 (counted from 0): replace or remove that sample first.", () => _model.Predict(X));
        Refused("X has NaN in sample 1 (counted from 0): replace or remove that sample first.", _model, X, _Y.Samples(..2));
        Refused("Y has -Infinity in sample 0 (counted from 0): replace or remove that sample first.", _model, _X.Samples(..1), new([1, 2], [0, float.NegativeInfinity]));
        Refused("Validation.X has NaN in sample 1 (counted from 0): replace or remove that sample first.", _model, X, _Y.Samples(..2), validation: true);
    }

    [Fact]
    public void Answers_that_the_loss_cannot_measure_are_refused()
    {
        using var french = new FrenchCulture();
        const string NotOneHot = "must hold a row of 0s with a single 1 for each sample, but sample 1 (counted from 0) isn't one: use OneHot.Encode.";
        Refused($"Y {NotOneHot}", _model, _X.Samples(..2), new([2, 2], [0, 1, 0, 0]));
        Refused($"Y {NotOneHot}", _model, _X.Samples(..2), new([2, 2], [0, 1, 1, 1]));
        Refused($"Y {NotOneHot}", _model, _X.Samples(..2), new([2, 2], [0, 1, 2, -1]));
        Refused($"Validation.Y {NotOneHot}", _model, _X.Samples(..2), new([2, 2], [0, 1, 0, 0]), validation: true);

        var two = new Sequential([3]) { new Dense(2), new Sigmoid() };
        const string NotLabels = "in sample 1 (counted from 0): for more than two classes end with new Softmax(), for other numbers use new MeanSquaredError().";
        Refused($"Y must hold labels, 0 or 1, but has 2 {NotLabels}", two, _X.Samples(..2), new([2, 2], [0, 1, 1, 2]));
        Refused($"Y must hold labels, 0 or 1, but has -0.5 {NotLabels}", two, _X.Samples(..2), new([2, 2], [0, 1, -0.5f, 2]));
        Refused($"Validation.Y must hold labels, 0 or 1, but has 2 {NotLabels}", two, _X.Samples(..2), new([2, 2], [0, 1, 1, 2]), validation: true);
    }

    [Fact]
    public void A_loss_that_does_not_fit_the_last_layer_is_refused()
    {
        const string Cross = "CategoricalCrossEntropy measures the probabilities of classes, but the model ends with Sigmoid: add new Softmax(), or use another loss.";
        const string Log = "BinaryCrossEntropy measures probabilities, but the model ends with Dense(2): add new Sigmoid(), or use another loss.";
        var two = new Sequential([3]) { new Dense(2), new Sigmoid() };
        var none = new Sequential([3]) { new Dense(2) };
        Refused(Cross, two, _X, _Y, new CategoricalCrossEntropy());
        Refused(Log, none, _X, _Y, new BinaryCrossEntropy());
        Refused("BinaryCrossEntropy measures probabilities, but the model ends with Softmax: add new Sigmoid(), or use another loss.", _model, _X, _Y, new BinaryCrossEntropy());
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Fails("Epochs is 0: train for 1 epoch or more.", () => _model.Fit(_X, _Y, new() { Epochs = 0 }));
        Fails("BatchSize is -1: learn from 1 sample at a time or more.", () => _model.Fit(_X, _Y, new() { BatchSize = -1 }));
        Fails("Patience is 0: wait for 1 epoch or more.", () => _model.Fit(_X, _Y, new() { EarlyStopping = new() { Patience = 0 }, Validation = (_X, _Y) }));
        Fails("EarlyStopping needs Validation: samples to measure that aren't learned.", () => _model.Fit(_X, _Y, new() { EarlyStopping = new() }));
        Assert.Empty(_model.History);
    }

    [Fact]
    public void A_model_without_layers_learns_nothing()
    {
        var empty = new Sequential([3]);
        Refused("The model has no layers: add some first.", empty, _X, _Y);
        Fails("There is no layer 0: the model has 0, counted from 0.", () => empty.Answers(_X, 0));
        Assert.Equal(_X.Values, empty.Predict(_X).Values);
    }

    [Fact]
    public void Layers_that_are_not_there_have_no_answers()
    {
        Fails("There is no layer 4: the model has 4, counted from 0.", () => _model.Answers(_X, 4));
        Fails("There is no layer ^5: the model has 4, counted from 0.", () => _model.Answers(_X, ^5));
    }

    [Fact]
    public void Parameters_that_do_not_fit_are_refused()
    {
        using var french = new FrenchCulture();
        const string All = "1.Dense.W 3x4, 1.Dense.b 4, 3.Dense.W 4x2, 3.Dense.b 2";
        Fails($"2.Dense.W isn't a parameter of this model, which has {All}.", parameters => parameters.Add("2.Dense.W", new([1], [0])));
        Fails($"3.Dense.b is missing: this model has {All}.", parameters => parameters.Remove("3.Dense.b"));
        Fails($"3.Dense.b is missing: this model has {All}.", parameters => parameters["3.Dense.b"] = null!);
        Fails("1.Dense.W is 4x3 but must be 3x4.", parameters => parameters["1.Dense.W"] = new([4, 3], new float[12]));
        Fails("3.Dense.b has NaN: a parameter is a finite number.", parameters => parameters["3.Dense.b"] = new([2], [0, float.NaN]));

        void Fails(string message, Action<Dictionary<string, Tensor>> change)
        {
            var before = SequentialFitTests.Flat(_model);
            var parameters = new Dictionary<string, Tensor>(RandomModel.Of([3], _model, 1).Model.Parameters);
            change(parameters);
            SequentialErrorsTests.Fails(message, () => { _model.SetParameters(parameters); return _model; });
            Assert.Equal(before, SequentialFitTests.Flat(_model));
        }
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Names("input", () => new Sequential(null!));
        Names("layer", () => { _model.Add(null!); return _model; });
        Names("X", () => _model.Predict(null!));
        Names("X", () => _model.Fit(null!, _Y));
        Names("Y", () => _model.Evaluate(_X, null!));
        Names("Validation.Y", () => _model.Fit(_X, _Y, new() { Validation = (_X, null!) }));
        Names("Optimiser", () => _model.Fit(_X, _Y, new() { Optimiser = null! }));
        Names("parameters", () => { _model.SetParameters(null!); return _model; });

        static void Names(string name, Func<object> use) => Assert.Equal(name, Assert.Throws<ArgumentNullException>(use).ParamName);
    }

    /// <summary>Neither trained nor measured, or as validation not trained.</summary>
    private static void Refused(string message, Sequential model, Tensor X, Tensor Y, Loss? loss = null, bool validation = false)
    {
        var (before, history) = (SequentialFitTests.Flat(model), model.History);
        if (validation)
        {
            var (_, x, y) = RandomModel.Of(model.Input, model, 5);
            Fails(message, () => model.Fit(x, y, Once with { Validation = (X, Y) }));
        }
        else
        {
            Fails(message, () => model.Fit(X, Y, Once with { Loss = loss }));
            Fails(message, () => model.Evaluate(X, Y, loss));
            Fails(message, () => model.Gradients(X, Y, loss));
        }

        Assert.Equal(before, SequentialFitTests.Flat(model));
        Assert.Same(history, model.History);
    }

    private static void Fails(string message, Func<object> use) => Assert.Equal(message, Assert.Throws<ArgumentException>(use).Message);
}
