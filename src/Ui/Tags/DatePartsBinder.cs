using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Lifeguard.Ui.Tags;

/// <summary>Reads Name.Day, Name.Month and Name.Year. It reports no errors: the page knows what the date is called.</summary>
internal sealed class DatePartsBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);

        var parts = new DateParts(Read(bindingContext, "Day"), Read(bindingContext, "Month"), Read(bindingContext, "Year"));
        // Boxes that were not sent are no date: a list of dates ends at the first one that is not there.
        if (parts != default) bindingContext.Result = ModelBindingResult.Success(parts);
        return Task.CompletedTask;
    }

    private static string? Read(ModelBindingContext context, string part) =>
        context.ValueProvider.GetValue(ModelNames.CreatePropertyModelName(context.ModelName, part)).FirstValue;
}
