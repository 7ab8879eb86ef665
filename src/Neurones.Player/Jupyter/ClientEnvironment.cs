using Neurones.Player.Server;

namespace Neurones.Player.Jupyter;

/// <summary>The environment that a gateway's client wants for its kernel, of which only what says who it is goes to the process.</summary>
/// <remarks>A list of what is harmless, and not of what isn't: PATH, LD_PRELOAD or DOTNET_STARTUP_HOOKS would run other programs than ours.</remarks>
public static class ClientEnvironment
{
    private const int MaxLength = 1000;

    private static readonly string[] Allowed = ["KERNEL_USERNAME"];

    public static IReadOnlyDictionary<string, string> Of(JsonBody? body) => Allowed
        .Select(name => (Name: name, Value: body?.Part("env")?.Text(name)))
        .Where(variable => variable.Value is { Length: > 0 and <= MaxLength } value && !value.Contains('\0'))
        .ToDictionary(variable => variable.Name, variable => variable.Value!);

    /// <summary>Where the client's notebook lies, in the client's words; like a session's path it never touches the disk.</summary>
    public static string? NotebookFolder(JsonBody body) => body.Part("env")?.Text("KERNEL_WORKING_DIR");
}
