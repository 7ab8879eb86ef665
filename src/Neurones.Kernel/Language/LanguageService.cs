using Neurones.Kernel.Messaging;
using Neurones.Protocol;

namespace Neurones.Kernel.Language;

/// <summary>Answers what editors ask about code as it is typed, also while a cell runs. Nothing of the code is run or loaded.</summary>
internal sealed class LanguageService
{
    private readonly Dictionary<string, NewestRequest> _kinds = new(StringComparer.Ordinal);
    private readonly Outbox _outbox;

    public LanguageService(Drafts drafts, Outbox outbox)
    {
        _outbox = outbox;
        Serve("complete_request", (query, cancellation) => Completion.Of(drafts, query, cancellation), query => CompletionReply.Empty(query));
        Serve("inspect_request", (query, cancellation) => Inspection.Of(drafts, query, cancellation), _ => InspectionReply.NotFound);
        Serve("diagnostics_request", (query, cancellation) => Diagnosis.Of(drafts, query, cancellation), _ => DiagnosisReply.Aborted);
        Serve("is_complete_request", (query, _) => Completeness.Of(query.Code), _ => Completeness.Unknown);
    }

    /// <summary>Whether requests of this type are the service's.</summary>
    public bool Answers(string type) => _kinds.ContainsKey(type);

    /// <summary>Takes a request and returns at once. Of each type the newest counts: those before it may get an empty answer.</summary>
    public void Add(JupyterMessage request) => _kinds[request.MessageType].Add(request);

    private void Serve(string type, Func<LanguageQuery, CancellationToken, object> answer, Func<LanguageQuery, object> nothing)
    {
        _kinds[type] = new NewestRequest(
            (request, cancellation) => _outbox.Answer(request, Answer(LanguageQuery.Read(request.Content), cancellation)),
            request => _outbox.Answer(request, nothing(LanguageQuery.Read(request.Content))));

        object Answer(LanguageQuery query, CancellationToken cancellation)
        {
            try
            {
                return answer(query, cancellation);
            }
            catch (OperationCanceledException)
            {
                return nothing(query);
            }
            catch (Exception e)
            {
                // Code that upsets the compiler, or a lesson that has used up all memory: the kernel goes on.
                return new { status = "error", ename = e.GetType().Name, evalue = e.Message, traceback = Array.Empty<string>() };
            }
        }
    }
}
