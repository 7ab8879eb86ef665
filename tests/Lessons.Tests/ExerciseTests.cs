namespace Lessons.Tests;

public class ExerciseTests
{
    public static TheoryData<string> Lessons => LessonFile.Lessons;

    public static TheoryData<string> Solutions => LessonFile.Solutions;

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task No_exercise_of_a_lesson_is_started(string name) => await VerdictsAre("Not started: ", name);

    [Theory]
    [MemberData(nameof(Solutions))]
    public async Task Every_solution_is_right(string name) => await VerdictsAre("Right: ", name);

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Every_exercise_has_its_solution(string name)
    {
        var exercises = Ids(LessonFile.Named(name));
        Assert.InRange(exercises.Count, 4, 6);
        Assert.Equal(exercises, Ids(LessonFile.Named(name.Insert(name.LastIndexOf('/'), "/solutions"))));
    }

    private static List<string> Ids(LessonFile lesson) => [.. lesson.Exercises.Select(cell => cell.Id)];

    private static async Task VerdictsAre(string verdict, string name) => Assert.All(
        (await ExecutedLesson.OfAsync(name)).Lesson.Exercises,
        cell => Assert.StartsWith(verdict, cell.OutputText, StringComparison.Ordinal));
}
