using Neurones.Kernel.Execution;
using Neurones.Kernel.Language;
using Neurones.Protocol;

namespace Neurones.Kernel.Messaging;

/// <summary>Reads requests and answers at once all but those that run cells, which are queued.</summary>
internal sealed class RequestLoop(MessagePipe pipe, Outbox outbox, ExecutionQueue executions, LanguageService language, TextWriter kernelError)
{
    /// <summary>Serves until the parent asks for the end or closes the pipe. The process must not outlive it.</summary>
    public async Task<int> RunAsync()
    {
        try
        {
            while (await pipe.ReadAsync() is { } message)
                Handle(message);
            KernelExit.Now(0);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            await kernelError.WriteLineAsync(e.Message);
            KernelExit.Now(1);
        }

        return 0;
    }

    private void Handle(JupyterMessage message)
    {
        switch (message.MessageType)
        {
            case "execute_request":
                executions.Add(message);
                break;
            case "interrupt_request":
                outbox.Answer(message, new { status = "ok", interrupted = executions.Interrupt() });
                break;
            case "shutdown_request":
                outbox.Answer(message, new { status = "ok", restart = message.Content.Flag("restart", false) });
                outbox.Close();
                KernelExit.Now(0);
                break;
            case "kernel_info_request":
                outbox.Answer(message, KernelInfo.Content);
                break;
            case "comm_info_request":
                outbox.Answer(message, new { status = "ok", comms = new { } });
                break;
            case "history_request":
                outbox.Answer(message, new { status = "ok", history = Array.Empty<object>() });
                break;
            case "comm_open":
                outbox.Publish("comm_close", new { comm_id = message.Content.Text("comm_id") ?? "", data = new { } }, message);
                break;
            case var type when language.Answers(type):
                language.Add(message);
                break;
            case var type when type.EndsWith("_request", StringComparison.Ordinal):
                outbox.Answer(message, new { status = "error", ename = "UnknownRequest", evalue = $"This kernel doesn't know {type}.", traceback = Array.Empty<string>() });
                break;
        }
    }
}
