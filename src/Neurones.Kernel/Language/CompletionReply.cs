namespace Neurones.Kernel.Language;

/// <summary>The content of a complete_reply.</summary>
internal static class CompletionReply
{
    private const int MaxMatches = 500;

    public static object Empty(LanguageQuery query) => Of(query, query.Cursor, []);

    public static object Of(LanguageQuery query, int start, IEnumerable<Candidate> candidates)
    {
        var (from, to) = (CodePoints.FromIndex(query.Code, start), CodePoints.FromIndex(query.Code, query.Cursor));
        var matches = candidates.Take(MaxMatches).ToList();
        return new
        {
            status = "ok",
            matches = matches.Select(match => match.Text),
            cursor_start = from,
            cursor_end = to,
            metadata = new
            {
                _jupyter_types_experimental = matches.Select(match => new { start = from, end = to, text = match.Text, type = match.Kind, signature = match.Signature() }),
            },
        };
    }
}
