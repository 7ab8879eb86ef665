namespace Neurones.Player.Server;

/// <summary>Errors as Jupyter's clients expect them: <c>{"message", "reason"}</c>.</summary>
public static class Problem
{
    public static IResult Json(int status, string message) => Results.Json(new { message, reason = (string?)null }, statusCode: status);

    public static IResult NotFound(string message) => Json(StatusCodes.Status404NotFound, message);
}
