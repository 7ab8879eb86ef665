using Neurones.Protocol;

namespace Neurones.Kernel.Messaging;

/// <summary>What the kernel says about itself.</summary>
internal static class KernelInfo
{
    private static readonly string Version = typeof(KernelInfo).Assembly.GetName().Version?.ToString(3) ?? "";

    public static object Content { get; } = new
    {
        status = "ok",
        protocol_version = JupyterMessage.ProtocolVersion,
        implementation = "neurones",
        implementation_version = Version,
        language_info = new
        {
            name = "C#",
            version = "14.0",
            mimetype = "text/x-csharp",
            file_extension = ".cs",
            pygments_lexer = "csharp",
            codemirror_mode = "text/x-csharp",
        },
        banner = $"Neurones {Version}: C# 14 on .NET {Environment.Version}",
        help_links = Array.Empty<object>(),
    };
}
