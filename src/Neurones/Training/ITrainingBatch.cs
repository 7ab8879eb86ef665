namespace Neurones;

/// <summary>A data set laid out to train one model on it fast; parameters and gradients are arrays in the model's <see cref="ParameterLayout"/>.</summary>
internal interface ITrainingBatch
{
    /// <summary>Fills the gradients with the slopes of the loss at these parameters.</summary>
    void Gradients(double[] parameters, double[] gradients);

    /// <summary>Loss and accuracy at the parameters last given: no second pass over the data.</summary>
    Evaluation EvaluateLast();

    /// <summary>Loss and accuracy at these parameters.</summary>
    Evaluation Evaluate(double[] parameters);
}
