using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Lifeguard.Ui.Rooms;

/// <summary>
/// Binds every text of every form and address through <see cref="TypedText"/>, so that no page can forget to. Passwords alone stay
/// as they are (<c>[DataType(DataType.Password)]</c>). In a list of ticked answers an empty one is none. That something was left out is said on the next page.
/// </summary>
public sealed class TypedTextBinder : IModelBinder, IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return (context.Metadata.ModelType == typeof(string) || context.Metadata.ModelType == typeof(List<string>)) && context.Metadata.DataTypeName != "Password" ? this : null;
    }

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);

        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        var isList = bindingContext.ModelType == typeof(List<string>);
        if (value != ValueProviderResult.None) bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
        else if (!isList) return Task.CompletedTask;

        var texts = value.Values.Select(typed => Clean(typed, bindingContext)).OfType<string>().ToList();
        bindingContext.Result = ModelBindingResult.Success(isList ? texts : texts.FirstOrDefault());
        return Task.CompletedTask;
    }

    private static string? Clean(string? typed, ModelBindingContext context)
    {
        var text = TypedText.Clean(typed, out var lost);
        if (lost) CharactersLeftOut.Mark(context.HttpContext);
        return text;
    }
}
