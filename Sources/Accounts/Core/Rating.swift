public import Messages

/// A scale of whole numbers that people judge on.
public protocol RatingScale: Sendable {
    /// The lowest and the highest mark.
    static var bounds: ClosedRange<Int> { get }
    /// What is judged, as it stands before a colon.
    static var title: LocalizedText { get }
}

/// A whole mark on a scale; one outside the scale cannot be made.
public struct Rating<Scale: RatingScale>: Hashable, Sendable, Comparable {
    /// The mark.
    public let value: Int

    /// The mark, refused outside the scale.
    public init(_ value: Int) throws(Refusal) {
        guard Scale.bounds.contains(value) else { throw .outsideScale(Scale.title, value, Scale.bounds) }
        self.value = value
    }

    /// Orders by mark.
    public static func < (left: Rating, right: Rating) -> Bool {
        left.value < right.value
    }
}

/// A mark from 1 to 10, given to an account or to a key factor.
public typealias Score = Rating<ScoreScale>
/// How much a contact decides, from 0 to 10.
public typealias Power = Rating<PowerScale>
/// How well a contact stands to us, from 0 to 5.
public typealias RelationLevel = Rating<RelationScale>
/// How much a promise counts, from 1 to 3.
public typealias PromiseWeight = Rating<PromiseWeightScale>

/// The scale of ``Score``.
public enum ScoreScale: RatingScale {
    /// 1 to 10.
    public static let bounds = 1...10
    /// "score"
    public static let title = LocalizedText(en: "score", ru: "оценка")
}

/// The scale of ``Power``.
public enum PowerScale: RatingScale {
    /// 0 to 10.
    public static let bounds = 0...10
    /// "power"
    public static let title = LocalizedText(en: "power", ru: "влияние на решение")
}

/// The scale of ``RelationLevel``.
public enum RelationScale: RatingScale {
    /// 0 to 5.
    public static let bounds = 0...5
    /// "relation"
    public static let title = LocalizedText(en: "relation", ru: "отношение")
}

/// The scale of ``PromiseWeight``.
public enum PromiseWeightScale: RatingScale {
    /// 1 to 3.
    public static let bounds = 1...3
    /// "weight of a promise"
    public static let title = LocalizedText(en: "weight of a promise", ru: "вес обещания")
}
