/// A value that holds for some days: a rate, a plan, a post.
public struct Dated<Value: Sendable>: Sendable {
    /// What holds.
    public let value: Value
    /// The days it holds on.
    public let validity: DayRange

    /// A value and the days it holds on.
    public init(_ value: Value, _ validity: DayRange) {
        self.value = value
        self.validity = validity
    }
}

extension Dated: Equatable where Value: Equatable {}

extension Dated: Hashable where Value: Hashable {}
