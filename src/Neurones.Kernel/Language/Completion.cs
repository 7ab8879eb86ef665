using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Neurones.Kernel.Language;

/// <summary>Answers a complete_request: the names that could stand at the cursor, best first.</summary>
internal static class Completion
{
    public static object Of(Drafts drafts, LanguageQuery query, CancellationToken cancellation)
    {
        var written = CSharpSyntaxTree.ParseText(query.Code, Scripting.ScriptSession.ParseOptions, cancellationToken: cancellation).GetRoot(cancellation);
        if (CursorPlace.Of(written, query.Code, query.Cursor) is null)
            return CompletionReply.Empty(query);

        var draft = drafts.Of(CursorPlace.EndStatement(written, query.Code, query.Cursor), query.Before);
        if (CursorPlace.Of(draft.Root, query.Code, query.Cursor) is not { } place || CursorSyntax.DeclaresName(draft.Root, place))
            return CompletionReply.Empty(query);

        var candidates = CursorSyntax.Receiver(place.Left) is { } receiver
            ? MemberNames.Of(draft, receiver, place, cancellation)
            : CursorSyntax.WantsMembersOfNothing(place.Left) ? [] : ScopeNames.Of(draft, place, cancellation);
        return CompletionReply.Of(query, place.Start, Rank(candidates, place.Word));
    }

    private static IEnumerable<Candidate> Rank(IEnumerable<Candidate> candidates, string word) => candidates
        .Select(candidate => (Candidate: candidate, Match: NameMatch.Of(candidate.Text, word)))
        .Where(each => each.Match != NameMatch.None)
        .OrderBy(each => each.Match)
        .ThenBy(each => each.Candidate.Nearness)
        .ThenBy(each => each.Candidate.Text, StringComparer.OrdinalIgnoreCase)
        .Select(each => each.Candidate)
        .DistinctBy(candidate => candidate.Text);
}
