using GreenBuild.Standards.Components;
using GreenBuild.Standards.Noise;

namespace GreenBuild.Standards.Samples.DesignPlugin;

/// <summary>What a host talks to: it hands changes over, and listens to answers. Lives on the thread of the user interface; see <see cref="LiveJudge{TItem, TResult}"/>.</summary>
public sealed class DesignAssistant : IDisposable
{
    private const string Building = "building";

    private readonly LiveJudge<DesignElement, DesignAnswer> _elements;
    private readonly LiveJudge<AssemblyTakeOff, AssemblyAnswer> _building;
    private readonly LiveJudge<NoiseControlPlan, IReadOnlyList<Finding>> _plan;

    /// <summary>Creates the assistant, on the thread of the user interface.</summary>
    /// <param name="rules">The rules of the place and day of the design.</param>
    /// <param name="target">What the assembly rate of the building is to reach.</param>
    /// <param name="pace">When and where is judged; <see cref="LivePace.Default"/> if not given.</param>
    /// <exception cref="InvalidOperationException">The thread has no <see cref="SynchronizationContext"/>.</exception>
    public DesignAssistant(DesignRules rules, AssemblyTarget target = default, LivePace? pace = null)
    {
        _elements = new(rules.Judge, (_, answer) => ElementJudged?.Invoke(this, answer), pace);
        _building = new(takeOff => rules.Judge(takeOff, target), (_, answer) => BuildingJudged?.Invoke(this, answer), pace);
        _plan = new(rules.Judge, (_, findings) => PlanJudged?.Invoke(this, findings), pace);
    }

    /// <summary>A component or opening was judged in its last state; raised on the thread of the user interface.</summary>
    public event EventHandler<DesignAnswer>? ElementJudged;

    /// <summary>The assembly rate was computed from the last quantities; raised on the thread of the user interface.</summary>
    public event EventHandler<AssemblyAnswer>? BuildingJudged;

    /// <summary>The plan against noise was judged; raised on the thread of the user interface.</summary>
    public event EventHandler<IReadOnlyList<Finding>>? PlanJudged;

    /// <summary>A component or opening was made or changed.</summary>
    /// <param name="element">Its state.</param>
    public void Change(DesignElement element) => _elements.Change(element.Id, element);

    /// <summary>The quantities of the building have changed.</summary>
    /// <param name="takeOff">The quantities.</param>
    public void Change(AssemblyTakeOff takeOff) => _building.Change(Building, takeOff);

    /// <summary>The levels at the boundary that the plan allows have changed.</summary>
    /// <param name="plan">The plan.</param>
    public void Change(NoiseControlPlan plan) => _plan.Change(Building, plan);

    /// <summary>A component or opening is no longer in the model.</summary>
    /// <param name="id">Its identifier.</param>
    public void Remove(string id) => _elements.Remove(id);

    /// <summary>Waits until all that was changed before is judged and shown. Fails if a judgement failed.</summary>
    public async Task WhenSettled()
    {
        await _elements.WhenSettled();
        await _building.WhenSettled();
        await _plan.WhenSettled();
    }

    /// <summary>Stops all judgements; nothing is raised any more.</summary>
    public void Dispose()
    {
        _elements.Dispose();
        _building.Dispose();
        _plan.Dispose();
    }
}
