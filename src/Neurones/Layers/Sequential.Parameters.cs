namespace Neurones;

public sealed partial class Sequential
{
    /// <summary>Copies of the parameters by name, such as 1.Dense.W and 1.Dense.b: the place of the layer, counted from 1, its type, and W or b.</summary>
    public IReadOnlyDictionary<string, Tensor> Parameters => Named(_parameters, "");

    /// <summary>Gives the model other parameters.</summary>
    /// <param name="parameters">All of them, named and shaped as <see cref="Parameters"/>; they are copied.</param>
    /// <exception cref="ArgumentException">One is missing, unknown, has another shape, or a value that isn't a number; the model is left as it was.</exception>
    public void SetParameters(IReadOnlyDictionary<string, Tensor> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var values = new float[ParameterCount];
        var unknown = parameters.Keys.Except(Places().Select(place => place.Name)).FirstOrDefault();
        Check.That(unknown is null, $"{unknown} isn't a parameter of this model, which has {ParameterNames()}.");
        foreach (var (name, parameter, start) in Places())
        {
            Check.That(parameters.TryGetValue(name, out var given) && given is not null, $"{name} is missing: this model has {ParameterNames()}.");
            Check.That(given.Shape.Equals(parameter.Shape), $"{name} is {given.Shape} but must be {parameter.Shape}.");
            Check.That(VectorSums.AreFinite(given.Values), $"{name} has {Array.Find(given.Array, value => !float.IsFinite(value))}: a parameter is a finite number.");
            parameter.Lay(given.Values, values.AsSpan(start));
        }

        _parameters = values;
    }

    private OrderedDictionary<string, Tensor> Named(ReadOnlySpan<float> values, string prefix)
    {
        var named = new OrderedDictionary<string, Tensor>(StringComparer.Ordinal);
        foreach (var (name, parameter, start) in Places())
        {
            var numbers = new float[parameter.Shape.Size];
            parameter.Collect(values.Slice(start, numbers.Length), numbers);
            named.Add(prefix + name, new Tensor(parameter.Shape, numbers));
        }

        return named;
    }

    private IEnumerable<(string Name, LayerParameter Parameter, int Start)> Places() =>
        from layer in _layers
        from placed in layer.ParametersWithStarts()
        select (layer.NameOf(placed.Parameter), placed.Parameter, placed.Start);

    private string ParameterNames() => string.Join(", ", Places().Select(place => $"{place.Name} {place.Parameter.Shape}"));
}
