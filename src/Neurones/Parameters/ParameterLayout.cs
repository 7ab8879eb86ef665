using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>Where each named parameter of a model lies in the one array that training works on, column by column.</summary>
internal sealed class ParameterLayout
{
    private readonly Place[] _places;

    private ParameterLayout(Place[] places) => _places = places;

    /// <summary>The layout that keeps parameters of these names and shapes, in their order.</summary>
    public static ParameterLayout Of(NamedMatrices parameters)
    {
        var start = 0;
        var places = new List<Place>(parameters.Count);
        foreach (var (name, matrix) in parameters)
        {
            places.Add(new(name, matrix.RowCount, matrix.ColumnCount, start));
            start = checked(start + places[^1].Length);
        }

        return new([.. places]);
    }

    public IReadOnlyList<Place> Places => _places;

    /// <summary>How many numbers all parameters have together.</summary>
    public int Length => _places.Length == 0 ? 0 : _places[^1].Start + _places[^1].Length;

    /// <summary>Copies of the parameters, by name.</summary>
    public NamedMatrices Name(ReadOnlySpan<double> values, string prefix = "")
    {
        var named = new (string, Matrix<double>)[_places.Length];
        for (var i = 0; i < _places.Length; i++)
        {
            var place = _places[i];
            named[i] = (prefix + place.Name, Matrix<double>.Build.Dense(place.Rows, place.Columns, place.Of(values).ToArray()));
        }

        return new NamedMatrices(named);
    }

    /// <summary>The parameters one after the other.</summary>
    /// <exception cref="ArgumentException">One is missing, unknown, or has another shape.</exception>
    public double[] Flatten(IReadOnlyDictionary<string, Matrix<double>> parameters, string origin = "")
    {
        var unknown = parameters.Keys.FirstOrDefault(name => _places.All(place => place.Name != name));
        Check.That(unknown is null, $"{unknown}{origin} isn't a parameter of this model, which has {this}: leave it out.");
        var values = new double[Length];
        foreach (var place in _places)
        {
            Check.That(parameters.TryGetValue(place.Name, out var matrix), $"{place.Name}{origin} is missing: this model has {this}.");
            Check.That(matrix.RowCount == place.Rows && matrix.ColumnCount == place.Columns,
                $"{place.Name}{origin} is {Check.Shape(matrix)} but must be {place.Shape}: this model has {this}.");
            matrix.ToColumnMajorArray().CopyTo(values, place.Start);
        }

        return values;
    }

    /// <summary>Names and shapes, such as "W1 32x2, b1 32x1".</summary>
    public override string ToString() => string.Join(", ", _places.Select(place => $"{place.Name} {place.Shape}"));

    /// <summary>One parameter: its name, its shape and where it starts.</summary>
    public readonly record struct Place(string Name, int Rows, int Columns, int Start)
    {
        public int Length => Rows * Columns;

        public string Shape => FormattableString.Invariant($"{Rows}x{Columns}");

        public ReadOnlySpan<double> Of(ReadOnlySpan<double> values) => values.Slice(Start, Length);
    }
}
