using System.Text.Json;

namespace Neurones.Kernel.Tests.Language;

/// <summary>inspect_request: what a name is, and what a call takes.</summary>
public sealed class InspectionTests(SharedKernel shared) : IClassFixture<SharedKernel>
{
    private KernelClient Kernel => shared.Kernel;

    [Fact]
    public async Task A_name_of_an_earlier_cell_has_its_signature_and_its_own_words()
    {
        await using var kernel = KernelClient.Start();
        await kernel.RunAsync("""
            /// <summary>The area of a <c>leaf</c>, see <see cref="System.Math.PI"/>.</summary>
            /// <param name="width">In <paramref name="height"/>'s unit.</param>
            /// <returns>Never below 0.</returns>
            /// <exception cref="System.ArgumentException">It is <see langword="null"/>.</exception>
            double Area(double width, double height = 2) => width * height;
            """);
        var text = await kernel.PlainAsync("Are¦a");
        Assert.Equal(
            """
            double Area(double width, double height = 2)

            The area of a leaf, see PI.

            Parameters
            width: In height's unit.

            Returns: Never below 0.

            Throws
            ArgumentException: It is null.
            """.ReplaceLineEndings("\n"),
            text);
    }

    [Theory]
    [InlineData("Math.Exp¦(1)", "double Math.Exp(double d)")]
    [InlineData("var x = 1.5; ¦x", "double x")]
    [InlineData("int n = 3; n¦", "int n")]
    [InlineData("\"a\".Length¦", "int string.Length")]
    [InlineData("StringBui¦lder", "class StringBuilder")]
    public async Task Names_the(string code, string signature) => Assert.Contains(signature, (await Kernel.PlainAsync(code)).Split('\n')[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("using MathNet.Numerics.LinearAlgebra; Matrix<double>.Build.Dense(1, 1).Transpose¦()", "Transpose")]
    [InlineData("using Neurones; LogisticNeu¦ron n;", "neuron")]
    [InlineData("using Neurones.Charts; Cha¦rt.Line", "figure")]
    public async Task Lessons_libraries_bring_their_documentation(string code, string word)
    {
        var text = await Kernel.PlainAsync("#r \"MathNet.Numerics.dll\"\n#r \"Neurones.dll\"\n#r \"Neurones.Charts.dll\"\n" + code);
        Assert.Contains(word, string.Join('\n', text.Split('\n').Skip(2)), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("")]
    [InlineData("¦ ")]
    [InlineData("// Math¦")]
    [InlineData("\"Math¦\"")]
    [InlineData("nothing¦")]
    public async Task Finds_nothing(string code) => Assert.Equal("", await Kernel.PlainAsync(code.Contains('¦', StringComparison.Ordinal) ? code : code + "¦"));

    [Theory]
    [InlineData("Math.Pow(¦", 0, 0, "double x")]
    [InlineData("Math.Pow(2, ¦)", 0, 1, "double y")]
    [InlineData("Math.Pow(Math.Max(1, 2), ¦", 0, 1, "double y")]
    [InlineData("Math.Pow(y: ¦", 0, 1, "double y")]
    [InlineData("int F(int first, params int[] others) => 0; F(1, 2, 3, ¦", 0, 1, "params int[] others")]
    [InlineData("Func<int, int> f = n => n; f(¦", 0, 0, "int arg")]
    [InlineData("record P(string Name, int Age); new P(\"a\", ¦", 0, 1, "int Age")]
    [InlineData("record P(string Name, int Age); P p = new(\"a\", ¦", 0, 1, "int Age")]
    public async Task In_a_call_the_parameter_at_the_cursor_is_told(string code, int overload, int parameter, string declared)
    {
        var help = (await Kernel.InspectAsync(code)).GetProperty("metadata").GetProperty("signatures");
        Assert.Equal(overload, help.GetProperty("active").GetInt32());
        var chosen = help.GetProperty("overloads")[overload];
        Assert.Equal(parameter, chosen.GetProperty("active_parameter").GetInt32());
        var place = chosen.GetProperty("parameters")[parameter];
        Assert.Equal(declared, chosen.GetProperty("label").GetString()![place.GetProperty("start").GetInt32()..place.GetProperty("end").GetInt32()]);
    }

    [Fact]
    public async Task In_a_call_all_overloads_are_told()
    {
        var reply = await Kernel.InspectAsync("Math.Max(1.5, ¦)");
        var help = reply.GetProperty("metadata").GetProperty("signatures");
        var expected = typeof(Math).GetMethods().Where(method => method.Name == "Max").ToList();
        Assert.Equal(expected.Count, help.GetProperty("overloads").GetArrayLength());
        Assert.All(expected.Select(method => method.GetParameters()[0].ParameterType), type => Assert.NotNull(type));
        Assert.Contains("double Math.Max(double val1, double val2)", reply.GetProperty("data").GetProperty("text/plain").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_body_of_a_lambda_and_behind_the_call_there_is_no_help()
    {
        foreach (var code in new[] { "Task.Run(() => { ¦ });", "Math.Pow(1, 2);¦", "Math.Pow¦(1, 2)" })
            Assert.Equal(JsonValueKind.Undefined, (await Kernel.InspectAsync(code)).GetProperty("metadata").TryGetProperty("signatures", out var help) ? help.ValueKind : JsonValueKind.Undefined);
    }
}
