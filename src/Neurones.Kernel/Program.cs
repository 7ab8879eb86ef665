using System.Globalization;
using Neurones.Charts.Hosting;
using Neurones.Kernel;
using Neurones.Kernel.Execution;
using Neurones.Kernel.Language;
using Neurones.Kernel.Messaging;
using Neurones.Kernel.Output;
using Neurones.Kernel.References;
using Neurones.Kernel.Scripting;
using Neurones.Kernel.Scripts;

if (args is ["--write-script", var notebooks])
    return LessonScript.Run(notebooks);

if (KernelArguments.Parse(args) is not { } arguments)
{
    Console.Error.WriteLine(KernelArguments.Usage);
    return 2;
}

// What a lesson prints has decimal points on every machine, as figures and tables do.
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
// These settings are this process's own: a restore or a program that a cell starts must not inherit them.
Environment.SetEnvironmentVariable("DOTNET_GCHeapHardLimit", null);
Environment.SetEnvironmentVariable("DOTNET_EnableWriteXorExecute", null);
Environment.CurrentDirectory = arguments.Folder;

var kernelError = Console.Error;
using var pipe = InheritedPipes.Open(arguments.PipeIn, arguments.PipeOut);
var outbox = new Outbox(pipe);
var outputs = new CellOutputs(outbox);
Notebook.Outputs = outputs;
NotebookHost.Current = new LessonHost();
Console.SetOut(new CellTextWriter(outputs, "stdout"));
Console.SetError(new CellTextWriter(outputs, "stderr"));
Console.SetIn(new NoKeyboard());

var references = new ReferenceSet(arguments.Folder);
var session = new ScriptSession(references);
var executions = new ExecutionQueue(new CellRunner(new CellEvaluator(session, references), outputs, outbox), new Rehearsal(references));
var language = new LanguageService(new Drafts(session, references), outbox);
return await new RequestLoop(pipe, outbox, executions, language, kernelError).RunAsync();
