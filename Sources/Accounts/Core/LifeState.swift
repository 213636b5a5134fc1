public import Messages

/// A state in the life of an object, with the states that may follow.
///
/// What is not listed is refused, and the refusal names what is.
public protocol LifeState: RawRepresentable<String>, Hashable, Sendable, CaseIterable {
    /// The states that may follow this one.
    var next: [Self] { get }
    /// The state in words, as an adjective or a short predicate.
    var words: LocalizedText { get }
}

extension LifeState {
    /// Nothing follows this state.
    public var isLast: Bool { next.isEmpty }

    /// The state asked for, or a refusal that names the ones possible now.
    ///
    /// - Parameter place: what lives, such as `promise p0077`.
    public func stepping(to asked: Self, _ place: String) throws(Refusal) -> Self {
        guard next.contains(asked) else { throw .step(place, from: self, to: asked, next: next) }
        return asked
    }
}
