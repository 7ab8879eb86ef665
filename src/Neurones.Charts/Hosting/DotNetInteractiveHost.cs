using System.Reflection;
using Neurones.Charts.Formatting;

namespace Neurones.Charts.Hosting;

/// <summary>.NET Interactive's kernel, called by reflection so that its package isn't needed where it is absent.</summary>
/// <remarks>
/// What is called there: <c>KernelInvocationContext.Current.Display(object, params string[] mimeTypes)</c>, an extension
/// method, and <c>Update(object)</c> of what it returns. A plain string would be shown with its tags, so values go as
/// <see cref="RawOutput"/>, which formats itself.
/// </remarks>
internal sealed class DotNetInteractiveHost : INotebookHost
{
    private const string ContextType = "Microsoft.DotNet.Interactive.KernelInvocationContext";

    private readonly object _context;
    private readonly MethodInfo _display;

    private DotNetInteractiveHost(object context, MethodInfo display) => (_context, _display) = (context, display);

    /// <summary>The kernel whose cell is running, or null.</summary>
    public static DotNetInteractiveHost? Find()
    {
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            var contextType = assembly.GetType(ContextType);
            var current = contextType?.GetProperty("Current", BindingFlags.Public | BindingFlags.Static)?.GetValue(null);
            var display = assembly.GetType(ContextType + "Extensions")?
                .GetMethod("Display", BindingFlags.Public | BindingFlags.Static, [contextType!, typeof(object), typeof(string[])]);
            if (current is not null && display is not null) return new(current, display);
        }

        return null;
    }

    public ILiveOutput Display(string mimeType, string value)
    {
        var handle = _display.Invoke(null, [_context, new RawOutput(value), new[] { mimeType }]);
        var update = handle?.GetType().GetMethod("Update", [typeof(object)]);
        return new LiveOutput(value => update?.Invoke(handle, [new RawOutput(value)]));
    }

    private sealed class LiveOutput(Action<string> update) : ILiveOutput
    {
        public void Update(string value) => update(value);
    }
}
