using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Exercises;

public static partial class Lesson12Checks
{
    private static Verdict SoftmaxVerdict(Func<Matrix<double>, double, Matrix<double>> softmax)
    {
        const double T = 2;
        var Z = Matrix<double>.Build.DenseOfRowArrays([2, 1, 0.1], [-1, 3, 0], [4, 4, -2], [0.5, -0.5, 1]);
        var right = SoftmaxFunctions.Softmax(Z, T);
        var mine = softmax(Z.Clone(), T);
        if (mine is null) return Verdict.NotStarted("Return a matrix of the shape of Z, with probabilities in each row.");
        if (!Answer.Is(mine, right)) return Verdict.Wrong(SoftmaxHint(mine, Z, T, right));

        var huge = Matrix<double>.Build.DenseOfRowArrays([1000, 999, 998], [-1000, -1001, -1002], [3, 2, 1]);
        var survived = softmax(huge.Clone(), 1);
        if (Answer.Is(survived, SoftmaxFunctions.Softmax(huge)))
        {
            return Verdict.Right("Sharp or soft, and nothing overflows: this is the last layer of nearly every network that tells classes apart, language models included.");
        }

        var ordinary = survived is not null && survived.Row(2).All(double.IsFinite);
        return Verdict.Wrong((survived?.Row(0).Any(a => !double.IsFinite(a)), ordinary) switch
        {
            (true, _) => "Right for small scores, but scores of 1,000 give NaN: exp(1000) is infinite. Subtract the row's greatest score first.",
            _ => "Right for small scores, but where one row has scores of 1,000 and another of -1,000, the small ones go wrong: subtract each row's own greatest score, not that of the whole matrix.",
        });
    }

    private static string SoftmaxHint(Matrix<double> mine, Matrix<double> Z, double T, Matrix<double> right)
    {
        var e = (Z / T).PointwiseExp();
        return Answer.HintFor(
            mine,
            (SoftmaxFunctions.Softmax(Z), "That's the softmax at temperature 1: divide the scores by T first."),
            (SoftmaxFunctions.Softmax(Z * T), "You multiplied the scores by T. They are divided by it: the hotter, the more alike."),
            (SoftmaxFunctions.Softmax(Z) / T, "You divided the probabilities by T. It's the scores that are divided, before the exponential."),
            (e, "Those are the exponentials. Divide each by the sum of its row."),
            (e / e.Enumerate().Sum(), "You divided by the sum of the whole matrix. Each row is a sample of its own and must add up to 1."),
            (e.MapIndexed((_, c, value) => value / e.Column(c).Sum()), "You divided by the sums of the columns. Each row must add up to 1."),
            (Z / T, "Those are the scores divided by T. Take the exponential, then divide by its sum in each row."),
            (right.Transpose(), "That's the transpose: the samples must stay in rows."))
            ?? WrongShapeOrNumber("A", mine, right);
    }

    private static Verdict GradientsVerdict(Func<Matrix<double>, Matrix<double>, Matrix<double>, (Matrix<double> dW, Matrix<double> db)> gradients)
    {
        var X = Matrix<double>.Build.DenseOfRowArrays([1, 2, -3], [4, 0, 1], [-2, 5, 2], [3, 1, 0], [0, -1, 4]);
        var A = Matrix<double>.Build.DenseOfRowArrays([0.9, 0.1], [0.4, 0.6], [0.7, 0.3], [0.2, 0.8], [0.65, 0.35]);
        var Y = OneHot.Encode(Matrix<double>.Build.Dense(5, 1, [0, 1, 1, 0, 0]));
        double m = X.RowCount, n = X.ColumnCount, k = Y.ColumnCount;
        var (dW, db) = SoftmaxFunctions.Gradients(A, X, Y);
        var (mineW, mineb) = gradients(A.Clone(), X.Clone(), Y.Clone());
        if (mineW is null || mineb is null) return Verdict.NotStarted("Return dW and db.");
        if (Answer.Is(mineW, dW) && Answer.Is(mineb, db))
        {
            return Verdict.Right("Answer minus truth, times what came in: the gradient of one neuron, of ten, and of the last layer of any network.");
        }

        if (!Answer.Is(mineW, dW))
        {
            return Verdict.Wrong(Answer.HintFor(
                mineW,
                (0 * dW, "dW is 0 everywhere: with whole numbers 1 / m is 0 in C#. Write 1.0 / m, or divide by m at the end."),
                (-dW, "dW has the wrong sign: it's A - Y, not Y - A."),
                (dW * m, "dW is a sum. Gradients are means: divide by m."),
                (dW * m / n, "You divided dW by n, not by m: the mean is over the samples."),
                (dW * m / k, "You divided dW by k, the number of classes. The mean is over the m samples."),
                (dW.Transpose(), "dW is transposed: like W it must be (n, k), so X is transposed and stands on the left."),
                (X.TransposeThisAndMultiply(A) / m, "You left out Y: the error is A - Y."))
                ?? WrongShapeOrNumber("dW", mineW, dW));
        }

        return Verdict.Wrong("dW is right. " + (Answer.HintFor(
            mineb,
            (0 * db, "But db is 0 everywhere. Is it 1 / m of whole numbers, which is 0 in C#? Or the sum of all of A - Y, which is always 0? Add up each column for itself."),
            (-db, "But db has the wrong sign: it's A - Y, not Y - A."),
            (db * m, "But db is a sum: divide it by m too."),
            (db * m / n, "But you divided db by n, not by m: the mean is over the samples."),
            (db.Transpose(), "But db stands in a column. Like b it must be a row, (1, k): ToRowMatrix makes one."),
            ((A - Y).RowSums().ToColumnMatrix() / m, "But you added up the rows of A - Y, which gives 0 for each sample. Add up the columns: one sum for each class."))
            ?? WrongShapeOrNumber("db", mineb, db)));
    }
}
