using System.CommandLine;
using System.Globalization;

namespace Neurones.Player.Commands;

/// <summary>Options whose value is a whole number within limits.</summary>
internal static class NumberOption
{
    public static Option<int?> Create(string name, string helpName, string description, int least, int most) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} must be a number from {least} to {most}, not {text}."));
            return null;
        },
    };
}
