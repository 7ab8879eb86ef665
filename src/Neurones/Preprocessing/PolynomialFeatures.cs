using MathNet.Numerics.LinearAlgebra;

namespace Neurones;

/// <summary>
/// Makes new variables of the old: all their products up to a degree, so that a neuron, which draws straight lines, can
/// bend them. scikit-learn's <c>PolynomialFeatures(degree, include_bias=includeBias)</c>, in its order.
/// </summary>
public sealed class PolynomialFeatures
{
    private readonly int _degree;
    private readonly bool _includeBias;

    /// <summary>Products of up to <paramref name="degree"/> variables.</summary>
    /// <param name="degree">At least 1; 2 makes x1, x2, x1^2, x1 x2 and x2^2 of x1 and x2.</param>
    /// <param name="includeBias">True: the first column is 1s; a neuron with a bias b of its own needs none.</param>
    /// <exception cref="ArgumentException"><paramref name="degree"/> is less than 1.</exception>
    public PolynomialFeatures(int degree = 2, bool includeBias = true)
    {
        Check.That(degree > 0, $"degree is {degree}: a polynomial has degree 1 or more.");
        (_degree, _includeBias) = (degree, includeBias);
    }

    /// <summary>The products of each sample's variables.</summary>
    /// <param name="X">The samples, (m, n).</param>
    /// <returns>(m, k): a column for each of <see cref="Names"/>.</returns>
    /// <exception cref="ArgumentException">X is empty or has values that aren't numbers, or its products would be too many or too great.</exception>
    public Matrix<double> Transform(Matrix<double> X)
    {
        Check.Features(X);
        var ones = Vector<double>.Build.Dense(X.RowCount, 1);
        var products = Matrix<double>.Build.DenseOfColumnVectors(Terms(X.ColumnCount)
            .Select(term => term.Aggregate(ones, (product, variable) => product.PointwiseMultiply(X.Column(variable)))));
        Check.Finite(products, "The matrix of X's products", "scale X first, so that its powers stay small");
        return products;
    }

    /// <summary>What each column is, such as 1, x1, x2, x1^2, x1 x2, x2^2.</summary>
    /// <param name="variables">n, how many variables there are: x1 to xn.</param>
    /// <exception cref="ArgumentException"><paramref name="variables"/> is less than 1, or the products would be too many.</exception>
    public IReadOnlyList<string> Names(int variables)
    {
        Check.That(variables > 0, $"variables is {variables}: name the products of 1 variable or more.");
        return [.. Terms(variables).Select(Name)];

        static string Name(int[] term) => term.Length == 0 ? "1" : string.Join(' ', term.CountBy(variable => variable)
            .Select(factor => FormattableString.Invariant($"x{factor.Key + 1}") + (factor.Value == 1 ? "" : FormattableString.Invariant($"^{factor.Value}"))));
    }

    /// <summary>The variables, in order, that each product multiplies: those of degree 1, then of 2 and so on.</summary>
    private List<int[]> Terms(int variables)
    {
        CheckCount(variables);
        List<int[]> terms = _includeBias ? [[]] : [];
        List<int[]> last = [[]];
        for (var degree = 1; degree <= _degree; degree++)
        {
            last = [.. last.SelectMany(term => Enumerable.Range(0, variables).Skip(term.LastOrDefault()).Select(next => (int[])[.. term, next]))];
            terms.AddRange(last);
        }

        return terms;
    }

    private void CheckCount(int variables)
    {
        const int Most = 10_000;
        var count = 1.0;
        for (var degree = 1; degree <= _degree && count <= Most; degree++)
        {
            count *= (double)(variables + degree) / degree;
        }

        Check.That(count <= Most, $"{variables} variables have more than {Most} products up to degree {_degree}: choose a smaller degree or fewer variables.");
    }
}
