using Neurones.Charts.Tests.Formatting;

// The few members of .NET Interactive that are called by reflection, named and shaped as there.
namespace Microsoft.DotNet.Interactive;

public sealed class KernelInvocationContext
{
    private static readonly AsyncLocal<KernelInvocationContext?> Running = new();

    public static KernelInvocationContext? Current
    {
        get => Running.Value;
        set => Running.Value = value;
    }

    /// <summary>For each output what it shows, its MIME type first.</summary>
    public List<string> Outputs { get; } = [];
}

public static class KernelInvocationContextExtensions
{
    public static DisplayedValue Display(this KernelInvocationContext context, object value, params string[] mimeTypes)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(mimeTypes);
        var displayed = new DisplayedValue(context, context.Outputs.Count, mimeTypes.Single());
        context.Outputs.Add("");
        displayed.Update(value);
        return displayed;
    }
}

public sealed class DisplayedValue(KernelInvocationContext context, int output, string mimeType)
{
    public void Update(object updatedValue) => context.Outputs[output] = $"{mimeType} {Convention.Format(updatedValue, mimeType)}";
}
