using Microsoft.Playwright;
using Neurones.Charts.Tests.Formatting;
using Neurones.Player.Tests.Browser;

namespace Neurones.Charts.Tests.Drawing;

/// <summary>The pad's network, in JavaScript, answers as the model it was made of; in a bare page, as other hosts have it, and in the frame of ours.</summary>
public sealed class DigitPadTests(DigitPadPage page) : IClassFixture<DigitPadPage>
{
    private static readonly Dictionary<string, Func<Sequential>> Models = new()
    {
        ["convolutions"] = () => new Sequential([28, 28, 1], seed: 1)
        {
            new Convolution2D(4, kernelSize: 5) { Stride = 2, Padding = Padding.Same }, new ReLU(), new MaxPooling2D(3, stride: 2), new Dropout(0.5),
            new Convolution2D(3, kernelSize: 3), new Tanh(), new Flatten(), new Dense(10), new Softmax(),
        },
        ["dense layers"] = () => new Sequential([784], seed: 2) { new Dense(12), new Sigmoid(), new Dense(10), new Softmax() },
        ["a reshape"] = () => new Sequential([784], seed: 3)
        {
            new Reshape([28, 28, 1]), new Convolution2D(2, kernelSize: 4) { Stride = 3, Padding = Padding.Same, Initialisation = WeightInitialisation.StandardNormal },
            new MaxPooling2D(2), new Flatten(), new Dense(10), new Softmax(),
        },
    };

    public static TheoryData<string> ModelNames => [.. Models.Keys];

    [NeedsChromiumTheory]
    [MemberData(nameof(ModelNames))]
    public async Task The_pad_answers_as_its_model_does(string name)
    {
        var model = Models[name]();
        await page.ShowAsync(new DigitPad(model));
        await page.DrawAsync((0.3, 0.2), (0.7, 0.25), (0.45, 0.8));
        await SameAnswersAsync(model, page.Page.Locator(".neurones-pad"));
    }

    [NeedsChromiumFact]
    public async Task A_drawing_is_fitted_into_20_pixels_and_its_centre_of_mass_is_in_the_middle()
    {
        await page.ShowAsync(new DigitPad(Models["dense layers"]()));
        await page.DrawAsync((0.1, 0.1), (0.1, 0.3), (0.2, 0.3));
        var pixels = await PixelsAsync(page.Page.Locator(".neurones-pad"));
        var lit = Enumerable.Range(0, 784).Where(i => pixels[i] > 0.5).ToArray();
        Assert.InRange(lit.Max(i => i / 28) - lit.Min(i => i / 28) + 1, 19, 21);
        Assert.InRange(lit.Max(i => i % 28) - lit.Min(i => i % 28) + 1, 10, 13);
        Assert.Equal(14, lit.Sum(i => pixels[i] * ((i / 28) + 0.5)) / lit.Sum(i => pixels[i]), 0.6);
        Assert.Equal(14, lit.Sum(i => pixels[i] * ((i % 28) + 0.5)) / lit.Sum(i => pixels[i]), 0.6);
    }

    [NeedsChromiumFact]
    public async Task The_keyboard_clears_the_pad_and_words_say_what_is_seen()
    {
        await page.ShowAsync(new DigitPad(Models["dense layers"](), ["zero", "one", "two", "three", "four", "five", "six", "seven", "<b>eight</b>", "nine"]));
        var status = page.Page.GetByRole(AriaRole.Status);
        await Assertions.Expect(status).ToHaveTextAsync("Draw in the black field.");
        await page.DrawAsync((0.5, 0.2), (0.5, 0.8));
        await Assertions.Expect(status).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^.+, with a probability of [01]\\.[0-9]{2}\\.$"));
        Assert.Equal(1, await page.Page.Locator("li.best").CountAsync());

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(status).ToHaveTextAsync("Draw in the black field.");
        Assert.All(await PixelsAsync(page.Page.Locator(".neurones-pad")), pixel => Assert.Equal(0, pixel));
        Assert.Equal("<b>eight</b>", await page.Page.Locator("li").Nth(8).Locator("span").First.TextContentAsync());
    }

    [NeedsChromiumFact]
    public async Task A_finger_and_a_second_stroke_draw_too()
    {
        await page.ShowAsync(new DigitPad(Models["dense layers"]()));
        await page.DrawAsync((0.5, 0.1), (0.5, 0.9));
        var one = (await PixelsAsync(page.Page.Locator(".neurones-pad"))).Sum();
        await page.Page.EvaluateAsync(
            """
            () => {
              const field = document.querySelector("canvas");
              field.setPointerCapture = () => {}; // Refused for pointers that don't exist.
              const { left, top, width } = field.getBoundingClientRect();
              const say = (type, x, y) => field.dispatchEvent(new PointerEvent(type, { pointerId: 9, pointerType: "touch", clientX: left + x * width, clientY: top + y * width, bubbles: true }));
              say("pointerdown", .1, .5); say("pointermove", .9, .5); say("pointerup", .9, .5); say("pointermove", .9, .1);
            }
            """);
        var two = (await PixelsAsync(page.Page.Locator(".neurones-pad"))).Sum();
        Assert.InRange(two / one, 1.7, 2.1);
        Assert.Equal("none", await page.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('canvas')).touchAction"));
    }

    [NeedsChromiumFact]
    public async Task Without_scripts_the_page_says_what_would_be_there()
    {
        await using var context = await page.Page.Context.Browser!.NewContextAsync(new() { JavaScriptEnabled = false });
        var still = await context.NewPageAsync();
        var pad = new DigitPad(Models["dense layers"]());
        await still.SetContentAsync(Convention.Format(pad, "text/html"));
        Assert.Equal(pad.ToString(), await still.Locator("body").InnerTextAsync());
    }

    [NeedsChromiumFact]
    public async Task It_works_in_the_frame_of_our_page()
    {
        var model = Models["convolutions"]();
        await page.ShowInOurFrameAsync(new DigitPad(model));
        var pad = page.Page.FrameLocator("iframe").Locator(".neurones-pad");
        await page.DrawAsync(pad.Locator("canvas").First, (0.3, 0.2), (0.7, 0.25), (0.45, 0.8));
        await SameAnswersAsync(model, pad);
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public void Nothing_is_fetched_and_no_name_ends_the_script()
    {
        var html = Convention.Format(new DigitPad(Models["dense layers"](), [.. Enumerable.Repeat("</script>", 10)]), "text/html");
        Assert.DoesNotMatch("https?:|src=|@import|url\\(", html);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(html, "</script>"));
        Assert.DoesNotContain(" onclick", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_is_no_HTML_words_say_what_it_is() => Assert.Equal(
        "A field to draw on, with the probabilities of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 beside it, for a Sequential model of 4 layers for samples of 784, 9,550 parameters. It needs a page that runs the notebook's scripts.",
        Convention.Format(new DigitPad(Models["dense layers"]()), "text/plain"));

    [Fact]
    public void A_model_that_cannot_read_drawings_is_refused()
    {
        Fails("The model takes samples of 64x64x1, but a drawing has 784 pixels: give a model for digits of 28 x 28, in the shape [28, 28, 1] or [784].",
            () => new DigitPad(new Sequential([64, 64, 1]) { new Flatten(), new Dense(2), new Softmax() }));
        Fails("The model ends in Dense(10): end it with Softmax, so that it answers with probabilities.", () => new DigitPad(new Sequential([784]) { new Dense(10) }));
        Fails("The model ends in nothing: end it with Softmax, so that it answers with probabilities.", () => new DigitPad(new Sequential([784])));
        Fails("The model has 1590010 parameters, which all would lie in the notebook: give one of 1000000 at most.",
            () => new DigitPad(new Sequential([784]) { new Dense(2000), new Dense(10), new Softmax() }));
        Fails("classNames has 2 names, but the model tells 10 classes apart: give each a name.", () => new DigitPad(Models["dense layers"](), ["a", "b"]));

        static void Fails(string message, Func<object> pad) => Assert.Equal(message, Assert.Throws<ArgumentException>(pad).Message);
    }

    private static async Task SameAnswersAsync(Sequential model, ILocator pad)
    {
        var pixels = await PixelsAsync(pad);
        Assert.Contains(pixels, pixel => pixel > 0.9);
        var expected = model.Predict(new Tensor(model.Input.Count == 1 ? [1, 784] : [1, 28, 28, 1], [.. pixels.Select(pixel => (float)pixel)])).Values.ToArray();
        var shown = await pad.Locator("data").EvaluateAllAsync<double[]>("all => all.map(data => Number(data.value))");
        Assert.Equal(expected.Length, shown.Length);
        Assert.All(expected.Zip(shown), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        Assert.True(expected.Max() > 1.3 / expected.Length, "The model should prefer a class, else this compares little.");
    }

    /// <summary>What the network sees.</summary>
    private static Task<double[]> PixelsAsync(ILocator pad) => pad.Locator("figure canvas").EvaluateAsync<double[]>(
        """
        async seen => {
          await new Promise(requestAnimationFrame);
          await new Promise(requestAnimationFrame);
          const { data } = seen.getContext("2d").getImageData(0, 0, 28, 28);
          return Array.from({ length: 784 }, (_, i) => data[4 * i] / 255);
        }
        """);
}
