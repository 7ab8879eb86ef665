using Microsoft.CodeAnalysis;

namespace Neurones.Kernel.Language;

/// <summary>What a call at the cursor can mean, and which parameter comes next.</summary>
internal sealed record SignatureHelp(int Active, IReadOnlyList<SignatureHelp.Overload> Overloads)
{
    private const int MaxOverloads = 50;

    public static SignatureHelp? Of(Draft draft, int cursor, CancellationToken cancellation)
    {
        if (CallAtCursor.Around(draft, cursor) is not { } call)
            return null;
        var methods = call.Overloads(draft.Model, cancellation);
        if (methods.Count == 0)
            return null;
        var active = call.Active(draft.Model, methods, cancellation);
        var shown = methods.Take(Math.Max(MaxOverloads, active + 1));
        return new(active, [.. shown.Select(method => Describe(draft, method, call.Parameter(method), cursor))]);
    }

    private static Overload Describe(Draft draft, IMethodSymbol method, int active, int cursor)
    {
        var (text, places) = Signatures.WithParameters(method, draft.Model, Math.Min(cursor, draft.Root.FullSpan.End));
        var documentation = Documentation.Of(method, draft.Compilation);
        var parameters = places.Select((place, i) => new Parameter(
            CodePoints.FromIndex(text, place.Start),
            CodePoints.FromIndex(text, place.End),
            documentation.Parameters.FirstOrDefault(each => each.Name == method.Parameters[i].Name).Text ?? ""));
        return new(text, documentation.Summary, active, [.. parameters]);
    }

    /// <summary>One signature. Its active parameter is -1 where the cursor is behind the last.</summary>
    internal sealed record Overload(string Label, string Summary, int ActiveParameter, IReadOnlyList<Parameter> Parameters);

    /// <summary>Where a parameter stands in its signature, in code points, and what is said of it.</summary>
    internal sealed record Parameter(int Start, int End, string Text);
}
