using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Neurones.Kernel.Language;

/// <summary>Answers a diagnostics_request, a message of our own: what the compiler would say if the cell ran now.</summary>
internal static class Diagnosis
{
    // Usual in a notebook: what isn't used or awaited yet, a using that is said again, and files that are loaded only when the cell runs.
    private static readonly ImmutableHashSet<string> Usual =
        ["CS0028", "CS0105", "CS0168", "CS0169", "CS0219", "CS0414", "CS0649", "CS1591", "CS1701", "CS1702", "CS1998", "CS4014", "CS7022", "CS8099", "CS8321", "CS8632"];

    public static object Of(Drafts drafts, LanguageQuery query, CancellationToken cancellation)
    {
        var draft = drafts.Of(query.Code, query.Before);
        var found = draft.IsWhole ? draft.Model.GetDiagnostics(cancellationToken: cancellation) : draft.Model.GetSyntaxDiagnostics(cancellationToken: cancellation);
        return DiagnosisReply.Of(query, found.Where(IsTold));
    }

    private static bool IsTold(Diagnostic diagnostic) =>
        diagnostic.Severity >= DiagnosticSeverity.Warning && !Usual.Contains(diagnostic.Id);
}

/// <summary>The content of a diagnostics_reply.</summary>
internal static class DiagnosisReply
{
    private const int MaxDiagnostics = 100;

    /// <summary>Not the same as no diagnostics: a newer request came before this one was looked at.</summary>
    public static object Aborted { get; } = new { status = "aborted", diagnostics = Array.Empty<object>() };

    public static object Of(LanguageQuery query, IEnumerable<Diagnostic> diagnostics) => new
    {
        status = "ok",
        diagnostics = diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).Take(MaxDiagnostics).Select(diagnostic => new
        {
            severity = diagnostic.Severity is DiagnosticSeverity.Error ? "error" : "warning",
            id = diagnostic.Id,
            message = diagnostic.GetMessage(CultureInfo.InvariantCulture),
            start = CodePoints.FromIndex(query.Code, diagnostic.Location.SourceSpan.Start),
            end = CodePoints.FromIndex(query.Code, diagnostic.Location.SourceSpan.End),
        }),
    };
}
