namespace Pulumi;

/// <summary>A value of either of two types.</summary>
public readonly struct Union<T0, T1> : IEquatable<Union<T0, T1>>, IUnion
{
    private readonly T0 _first;
    private readonly T1 _second;

    private Union(T0 first, T1 second, bool isSecond)
    {
        _first = first;
        _second = second;
        IsT1 = isSecond;
    }

    /// <summary>Whether the value is of the first type.</summary>
    public bool IsT0 => !IsT1;

    /// <summary>Whether the value is of the second type.</summary>
    public bool IsT1 { get; }

    /// <summary>The value as the first type; fails if it is of the second.</summary>
    public T0 AsT0 => IsT0 ? _first : throw OfTheOther(typeof(T0));

    /// <summary>The value as the second type; fails if it is of the first.</summary>
    public T1 AsT1 => IsT1 ? _second : throw OfTheOther(typeof(T1));

    /// <summary>The value, whichever type it is of.</summary>
    public object Value => (IsT0 ? _first : _second)!;

    object? IUnion.Content => IsT0 ? _first : _second;

    public static implicit operator Union<T0, T1>(T0 t) => FromT0(t);

    public static implicit operator Union<T0, T1>(T1 t) => FromT1(t);

    public static bool operator ==(Union<T0, T1> left, Union<T0, T1> right) => left.Equals(right);

    public static bool operator !=(Union<T0, T1> left, Union<T0, T1> right) => !left.Equals(right);

    /// <summary>A value of the first type.</summary>
    public static Union<T0, T1> FromT0(T0 input) => new(input, default!, isSecond: false);

    /// <summary>A value of the second type.</summary>
    public static Union<T0, T1> FromT1(T1 input) => new(default!, input, isSecond: true);

    /// <summary>Transforms a value of the first type and leaves one of the second.</summary>
    public Union<TResult, T1> MapT0<TResult>(Func<T0, TResult> mapFunc)
        => IsT0 ? Union<TResult, T1>.FromT0(mapFunc(_first)) : Union<TResult, T1>.FromT1(_second);

    /// <summary>Transforms a value of the second type and leaves one of the first.</summary>
    public Union<T0, TResult> MapT1<TResult>(Func<T1, TResult> mapFunc)
        => IsT0 ? Union<T0, TResult>.FromT0(_first) : Union<T0, TResult>.FromT1(mapFunc(_second));

    /// <summary>Transforms the value, whichever type it is of.</summary>
    public Union<TResult0, TResult1> Bimap<TResult0, TResult1>(Func<T0, TResult0> mapFunc0, Func<T1, TResult1> mapFunc1)
        => MapT0(mapFunc0).MapT1(mapFunc1);

    /// <summary>One result for either type.</summary>
    public TResult Match<TResult>(Func<T0, TResult> f0, Func<T1, TResult> f1) => IsT0 ? f0(_first) : f1(_second);

    /// <summary>One action for either type.</summary>
    public void Switch(Action<T0> f0, Action<T1> f1)
    {
        if (IsT0)
        {
            f0(_first);
        }
        else
        {
            f1(_second);
        }
    }

    /// <summary>Takes the value if it is of the first type.</summary>
    public bool TryPickT0(out T0 value, out T1 remainder)
    {
        value = _first;
        remainder = _second;
        return IsT0;
    }

    /// <summary>Takes the value if it is of the second type.</summary>
    public bool TryPickT1(out T1 value, out T0 remainder)
    {
        value = _second;
        remainder = _first;
        return IsT1;
    }

    public bool Equals(Union<T0, T1> other)
        => IsT1 == other.IsT1
            && EqualityComparer<T0>.Default.Equals(_first, other._first)
            && EqualityComparer<T1>.Default.Equals(_second, other._second);

    public override bool Equals(object? obj) => obj is Union<T0, T1> other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(IsT1, _first, _second);

    public override string ToString()
        => IsT0 ? $"{typeof(T0).FullName}: {_first}" : $"{typeof(T1).FullName}: {_second}";

    private InvalidOperationException OfTheOther(Type wanted)
        => new($"The value is a {(IsT0 ? typeof(T0) : typeof(T1)).FullName}, not a {wanted.FullName}.");
}
