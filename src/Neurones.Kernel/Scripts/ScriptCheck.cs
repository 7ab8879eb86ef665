using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Neurones.Kernel.References;
using Neurones.Kernel.Scripting;

namespace Neurones.Kernel.Scripts;

/// <summary>Compiles the program once, so that none is written that doesn't.</summary>
internal static class ScriptCheck
{
    /// <exception cref="ScriptException">It doesn't compile.</exception>
    public static void ThrowIfItDoesNotCompile(string text, string file, ReferenceSet references)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp14).WithFeatures([new("FileBasedProgram", "true")]);
        var tree = CSharpSyntaxTree.ParseText(text, options, Path.GetFileName(file));
        var compilation = CSharpCompilation.Create("lesson", [tree], references.All, new CSharpCompilationOptions(OutputKind.ConsoleApplication, allowUnsafe: true));
        try
        {
            ScriptSession.ThrowIfErrors(compilation.GetDiagnostics());
        }
        catch (CellException e)
        {
            throw new ScriptException($"What the notebook does is beyond a plain program, which would not compile: {e.Message}");
        }
    }
}
