namespace Neurones.Player.Commands;

/// <summary>What the command tells its caller.</summary>
public static class ExitCode
{
    public const int Ok = 0;
    public const int CellFailed = 1;
    public const int BadUsage = 2;

    /// <summary>128 + SIGINT, as shells expect it.</summary>
    public const int Interrupted = 130;
}
