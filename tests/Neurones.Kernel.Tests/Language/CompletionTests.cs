using System.Reflection;
using MathNet.Numerics.LinearAlgebra;

namespace Neurones.Kernel.Tests.Language;

/// <summary>complete_request: which names are offered where, and in which order.</summary>
public sealed class CompletionTests(SharedKernel shared) : IClassFixture<SharedKernel>
{
    private KernelClient Kernel => shared.Kernel;

    [Theory]
    [InlineData("Math.¦", typeof(Math), BindingFlags.Static)]
    [InlineData("\"abc\".¦", typeof(string), BindingFlags.Instance)]
    [InlineData("var now = DateTime.Now; now.¦", typeof(DateTime), BindingFlags.Instance)]
    [InlineData("new List<int>().¦", typeof(List<int>), BindingFlags.Instance)]
    [InlineData("DayOfWeek.¦", typeof(DayOfWeek), BindingFlags.Static)]
    public async Task After_a_dot_all_public_members_that_reflection_knows_are_offered_once(string code, Type type, BindingFlags kind)
    {
        var matches = await Kernel.MatchesAsync(code);
        var others = MembersOf(type, BindingFlags.Static | BindingFlags.Instance).Except([.. MembersOf(type, kind), .. MembersOf(typeof(Enumerable), BindingFlags.Static)]);
        Assert.Empty(MembersOf(type, kind).Except(matches));
        Assert.Empty(others.Intersect(matches));
        Assert.Equal(matches.Distinct(), matches);
    }

    [Fact]
    public async Task Extension_methods_follow_a_types_own_members_and_objects_come_last()
    {
        var matches = (await Kernel.MatchesAsync("new List<int>().¦")).ToList();
        Assert.True(matches.IndexOf("Add") < matches.IndexOf("Select"), "Select is an extension method.");
        Assert.Equal(["Equals", "GetHashCode", "GetType", "ToString"], matches.TakeLast(4).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("MemberwiseClone", matches);
        Assert.DoesNotContain("Empty", matches);
    }

    [Theory]
    [InlineData("string s = null; s?.¦", "Length")]
    [InlineData("DateTime? d = null; d?.¦", "Year")]
    [InlineData("DateTime? d = null; d.¦", "HasValue")]
    [InlineData("System.Text.¦", "StringBuilder")]
    [InlineData("System.¦", "Text")]
    [InlineData("(int left, int right) pair = (1, 2); pair.¦", "left")]
    [InlineData("new[] { \"a\" }.Select(word => word.¦)", "Length")]
    [InlineData("new[] { \"a\" }.Where(word => word.¦", "Length")]
    [InlineData("Console.WriteLine($\"{DateTime.Now.¦", "Year")]
    [InlineData("Console.WriteLine($\"at {DateTime.Now.¦}\");", "Year")]
    [InlineData("var d = DateTime.Now;\nd.¦\nvar e = d;", "Year")]
    [InlineData("var d = DateTime.Now;\nd.Da¦\nd = d;", "Date")]
    [InlineData("double F(string text) { return text.¦ }", "Length")]
    [InlineData("if (DateTime.Now.¦", "Year")]
    [InlineData("foreach (var c in \"abc\".¦", "Length")]
    [InlineData("class A { private int inside; int F() => this.¦ }", "inside")]
    [InlineData("record P(int X); var p = new P(1) with { ¦ }", "X")]
    [InlineData("using System.¦", "Globalization")]
    public async Task Offers(string code, string expected) => Assert.Contains(expected, await Kernel.MatchesAsync(code));

    [Theory]
    [InlineData("var text = \"Math.¦\"")]
    [InlineData("var text = \"Math.¦")]
    [InlineData("var text = $\"Math.¦{1}\"")]
    [InlineData("var text = $\"{1}Math.¦\"")]
    [InlineData("$\"{1:¦}\"")]
    [InlineData("// Math.¦")]
    [InlineData("/* Math.¦ */")]
    [InlineData("/// Math.¦\nint F() => 1;")]
    [InlineData("#r \"System.¦")]
    [InlineData("#!¦")]
    [InlineData("var x = 1.¦")]
    [InlineData("var x = 1e¦")]
    [InlineData("var nam¦")]
    [InlineData("nothing.¦")]
    [InlineData("class A { private int inside; } new A().ins¦")]
    public async Task Offers_nothing(string code) => Assert.Empty(await Kernel.MatchesAsync(code));

    [Fact]
    public async Task What_is_near_comes_before_the_framework_and_the_case_that_is_typed_before_the_other()
    {
        await using var kernel = KernelClient.Start();
        await kernel.RunAsync("int consumed = 1; int Constant() => 2; class Consumer { }");
        var matches = await kernel.MatchesAsync("void F(int contrast) { int console2 = 0; con¦");
        Assert.Equal(["console2", "contrast", "consumed", "const", "continue", "Constant", "Consumer"], matches.Take(7));
        Assert.Contains("Console", matches.Skip(7));
    }

    [Fact]
    public async Task Names_of_cells_above_are_known_before_they_run_and_the_session_does_not_keep_them()
    {
        string[] before = ["#r \"MathNet.Numerics.dll\"\nusing MathNet.Numerics.LinearAlgebra;", "var later = Matrix<double>.Build.Dense(2, 2);"];
        await using var kernel = KernelClient.Start();
        Assert.Equal(MembersOf(typeof(Matrix<double>), BindingFlags.Instance).Where(name => name.StartsWith("Row", StringComparison.Ordinal)), (await kernel.MatchesAsync("later.Row¦", before)).Order(StringComparer.Ordinal));
        Assert.Empty(await kernel.MatchesAsync("later.¦"));
        Assert.Equal("error", (await kernel.RunAsync("later")).Status);
        Assert.Equal("error", (await kernel.RunAsync("MathNet.Numerics.Constants.Pi")).Status);
    }

    [Fact]
    public async Task Offsets_count_code_points()
    {
        const string Line = "var face = \"😀🧠\"; /* 𝒙 */ ";
        var reply = await Kernel.CompleteAsync(Line + "Consol¦ // 😀");
        Assert.Equal(Editor.CodePoints(Line), reply.GetProperty("cursor_start").GetInt32());
        Assert.Equal(Editor.CodePoints(Line) + "Consol".Length, reply.GetProperty("cursor_end").GetInt32());
        Assert.Equal("Console", reply.GetProperty("matches")[0].GetString());
        var described = reply.GetProperty("metadata").GetProperty("_jupyter_types_experimental")[0];
        Assert.Equal("Console", described.GetProperty("text").GetString());
        Assert.Equal("class", described.GetProperty("type").GetString());
        Assert.Equal(Editor.CodePoints(Line), described.GetProperty("start").GetInt32());
    }

    [Fact]
    public async Task Arguments_are_offered_by_name_and_members_in_an_initialiser()
    {
        await using var kernel = KernelClient.Start();
        await kernel.RunAsync("double Area(double width, double height) => width * height; class Options { public int Depth { get; set; } public int Fixed { get; } }");
        Assert.Equal("width:", (await kernel.MatchesAsync("Area(wid¦)"))[0]);
        var members = await kernel.MatchesAsync("var o = new Options { ¦ };");
        Assert.Equal("Depth", members[0]);
        Assert.DoesNotContain("Fixed", members);
    }

    [Fact]
    public async Task What_its_author_hides_is_hidden()
    {
        Assert.Equal(["SafePoint"], typeof(Notebook).Assembly.GetExportedTypes().Select(type => type.Name).Where(name => name == "SafePoint"));
        Assert.DoesNotContain("SafePoint", await Kernel.MatchesAsync("Neurones.Kernel.¦"));
        Assert.Contains("Notebook", await Kernel.MatchesAsync("Neurones.Kernel.¦"));
    }

    [Fact]
    public async Task A_list_has_an_end() => Assert.Equal(500, (await Kernel.MatchesAsync("using System.IO; using System.Net; using System.Reflection; using System.Threading; ¦")).Count);

    [Theory]
    [InlineData("¦", "foreach", true)]
    [InlineData("var x = ¦", "new", true)]
    [InlineData("var x = ¦", "foreach", false)]
    [InlineData("object o = 1; if (o ¦", "is", true)]
    [InlineData("object o = 1; if (o ¦", "while", false)]
    [InlineData("var x = new ¦", "await", false)]
    public async Task Keywords_stand_where_they_fit(string code, string keyword, bool expected)
    {
        var first = keyword[..1];
        Assert.Equal(expected, (await Kernel.MatchesAsync(code.Replace("¦", first + "¦", StringComparison.Ordinal))).Contains(keyword));
    }

    private static IEnumerable<string> MembersOf(Type type, BindingFlags kind) => type
        .GetMembers(BindingFlags.Public | BindingFlags.FlattenHierarchy | kind)
        .Where(member => member is PropertyInfo { Name: not ("Item" or "Chars") } or MethodInfo { IsSpecialName: false } or FieldInfo { IsSpecialName: false })
        .Where(member => member.GetCustomAttribute<System.ComponentModel.EditorBrowsableAttribute>() is not { State: System.ComponentModel.EditorBrowsableState.Never })
        .Select(member => member.Name)
        .Where(name => !name.Contains('.', StringComparison.Ordinal))
        .Distinct()
        .Order(StringComparer.Ordinal);
}
