public import Quantities

/// Rates by the volume reached, in one of the three meanings that people call "tiers".
public struct TierTable: Sendable, Hashable {
    /// What reaching a tier means.
    public enum Mode: String, Sendable, Hashable, CaseIterable {
        /// Each slice of the volume has the rate of its own tier.
        case marginal
        /// The tier reached prices the whole volume.
        case whole
        /// Up to the target the first rate; the tier reached prices everything above the target.
        case overage
    }

    /// What volume below zero earns.
    public enum BelowZero: String, Sendable, Hashable, CaseIterable {
        /// Minus what the positive volume earns.
        case mirror
        /// The first tier's rate, however far below.
        case first
    }

    /// One tier.
    public struct Tier: Sendable, Hashable {
        /// The volume from which the tier begins; the bound itself belongs to the tier.
        public var from: FixedDecimal
        /// What a unit of volume earns.
        public var rate: FixedDecimal
        /// What entering the tier earns at once: the reached tier's alone with ``Mode/whole``, else added up over the tiers entered.
        public var fixed: FixedDecimal

        /// Makes a tier.
        public init(from: FixedDecimal, rate: FixedDecimal, fixed: FixedDecimal = .zero) {
            self.from = from
            self.rate = rate
            self.fixed = fixed
        }
    }

    /// What reaching a tier means.
    public var mode: Mode
    /// The tiers by rising bound.
    public var tiers: [Tier]

    /// What volume below zero earns; ``BelowZero/first`` only when marginal.
    public var belowZero = BelowZero.mirror

    /// Makes a table of tiers in rising order.
    public init(_ mode: Mode, _ tiers: [Tier]) {
        self.mode = mode
        self.tiers = tiers
    }

    /// A part of the volume with the rate it earned.
    public struct Slice: Sendable, Hashable {
        /// Where the slice begins.
        public var from: FixedDecimal
        /// The volume of the slice, with the sign of the whole.
        public var volume: FixedDecimal
        /// The rate.
        public var rate: FixedDecimal
        /// The fixed part, with the sign of the whole.
        public var fixed: FixedDecimal
        /// What it earned.
        public var earned: FixedDecimal
    }

    /// What a volume earns.
    ///
    ///     marginal {0: 3%, 1 000 000: 5%, 2 000 000: 7%} of 2 350 000 → 104 500
    ///
    /// - Parameters:
    ///   - volume: The volume. A negative one earns what ``belowZero`` says.
    ///   - target: What the bounds are shares of; `nil` when the bounds are volumes. `overage` needs it.
    public func price(_ volume: FixedDecimal, target: FixedDecimal?) throws(QuantityError) -> FixedDecimal {
        try slices(of: volume, target: target).earned()
    }

    /// The slices a volume falls into, with what each earned.
    public func slices(of volume: FixedDecimal, target: FixedDecimal?) throws(QuantityError) -> [Slice] {
        if volume.isNegative, belowZero == .first, mode == .marginal { return try slicesBelowZero(volume) }
        let size = try volume.magnitude()
        let bounded = try tiers.map { tier throws(QuantityError) in
            var tier = tier
            if let target { tier.from = try tier.from.multiplied(by: target) }
            return tier
        }
        let positive: [Slice]
        switch mode {
        case .marginal: positive = try Self.marginal(size, bounded)
        case .whole: positive = try Self.whole(size, bounded)
        case .overage: positive = try Self.overage(size, bounded, target ?? .zero)
        }
        return volume.isNegative ? try positive.map { slice throws(QuantityError) in try slice.negated() } : positive
    }

    private func slicesBelowZero(_ volume: FixedDecimal) throws(QuantityError) -> [Slice] {
        guard var first = tiers.first else { return [] }
        first.from = .zero
        return [try Slice(first, volume: volume)]
    }

    private static func marginal(_ size: FixedDecimal, _ tiers: [Tier]) throws(QuantityError) -> [Slice] {
        var slices: [Slice] = []
        for (index, tier) in tiers.enumerated() where size >= tier.from {
            let end = index + 1 < tiers.count ? min(size, tiers[index + 1].from) : size
            slices.append(try Slice(tier, volume: end.subtracting(tier.from)))
        }
        return slices
    }

    private static func whole(_ size: FixedDecimal, _ tiers: [Tier]) throws(QuantityError) -> [Slice] {
        guard let reached = tiers.last(where: { size >= $0.from }) else { return [] }
        return [try Slice(reached, volume: size)]
    }

    private static func overage(
        _ size: FixedDecimal, _ tiers: [Tier], _ target: FixedDecimal
    ) throws(QuantityError) -> [Slice] {
        let entered = tiers.filter { size >= $0.from }
        guard var upToTarget = tiers.first, var above = entered.last else { return [] }
        upToTarget.fixed = try entered.filter { $0.from <= target }.map(\.fixed).total()
        var slices = [try Slice(upToTarget, volume: min(size, target))]
        if size > target {
            above.from = target
            above.fixed = try entered.filter { $0.from > target }.map(\.fixed).total()
            slices.append(try Slice(above, volume: size.subtracting(target)))
        }
        return slices
    }

    /// The tier that a volume reaches; `nil` below the first.
    public func tier(at volume: FixedDecimal) -> Tier? {
        tiers.last { volume >= $0.from }
    }
}

extension [TierTable.Slice] {
    /// What they earned together.
    ///
    /// - Throws: ``QuantityError/overflow(_:)``.
    public func earned() throws(QuantityError) -> FixedDecimal { try map(\.earned).total() }
}

extension [FixedDecimal] {
    fileprivate func total() throws(QuantityError) -> FixedDecimal {
        var sum = FixedDecimal.zero
        for value in self { sum = try sum.adding(value) }
        return sum
    }
}

extension TierTable.Slice {
    fileprivate init(_ tier: TierTable.Tier, volume: FixedDecimal) throws(QuantityError) {
        self.init(
            from: tier.from, volume: volume, rate: tier.rate, fixed: tier.fixed,
            earned: try volume.multiplied(by: tier.rate).adding(tier.fixed))
    }

    fileprivate func negated() throws(QuantityError) -> Self {
        try Self(
            from: from, volume: volume.negated(), rate: rate, fixed: fixed.negated(), earned: earned.negated())
    }
}
