namespace Neurones;

/// <summary>How a product is cut into blocks. The sizes are for caches of about 32 KB, 1 MB and some MB shared.</summary>
/// <param name="Rows">Rows of A packed at once.</param>
/// <param name="Columns">Columns of B packed at once.</param>
/// <param name="Terms">Terms of the sums added at once.</param>
/// <param name="RowsOfPart">Rows of C that a thread takes at once.</param>
/// <param name="ColumnsOfPart">Columns of C that a thread takes at once.</param>
/// <param name="PackA">Whether to copy A for the micro-kernel.</param>
/// <param name="PackB">Whether to copy B.</param>
internal readonly record struct Blocking(int Rows, int Columns, int Terms, int RowsOfPart, int ColumnsOfPart, bool PackA, bool PackB)
{
    public static bool? ForcePackA, ForcePackB;
    public static int KC = 256, MC = 240, NC = 512;
    public static Blocking Of(int m, int n, int k, int size)
    {
        var small = (long)m * n * k < 64 * 64 * 64;
        return small
            ? new(m, n, k, int.MaxValue / 2, int.MaxValue / 2, ForcePackA ?? false, ForcePackB ?? false)
            : new(2400, 2400, KC, MC, NC, ForcePackA ?? true, ForcePackB ?? true);
    }
}
