/// Bytes that are added at the end, in memory of its own that grows by doubling.
///
/// Figures are written straight from their units: a large company's report has millions of them.
public struct ByteWriter: ~Copyable {
    @usableFromInline var memory: UnsafeMutablePointer<UInt8>
    @usableFromInline var capacity: Int
    @usableFromInline var count = 0

    /// Makes a writer with room for so many bytes.
    public init(capacity: Int) {
        self.capacity = max(64, capacity)
        memory = .allocate(capacity: self.capacity)
    }

    deinit { memory.deallocate() }

    /// What was written.
    public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: memory, count: count)) }

    /// Makes room for so many bytes more.
    @inlinable
    public mutating func reserve(_ more: Int) {
        if count + more > capacity { grow(more) }
    }

    @usableFromInline
    mutating func grow(_ more: Int) {
        capacity = max(capacity * 2, count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: memory, count: count)
        memory.deallocate()
        memory = larger
    }

    /// Adds a byte.
    @inlinable
    public mutating func append(_ byte: UInt8) {
        reserve(1)
        memory[count] = byte
        count += 1
    }

    /// Adds bytes.
    public mutating func append(_ text: [UInt8]) {
        reserve(text.count)
        text.withUnsafeBufferPointer { text in
            guard let start = text.baseAddress else { return }
            (memory + count).update(from: start, count: text.count)
        }
        count += text.count
    }

    /// The most bytes that a figure of 64 bits with up to 18 places takes: a sign, a point, 19 digits and a zero in front.
    public static let longestFigure = 24

    /// Adds units of 10^-places as a plain decimal.
    ///
    /// - Parameters:
    ///   - places: At most 18.
    ///   - keepsZeros: Whether all places are written, as in amounts of money, or only those that are needed.
    public mutating func append(_ units: Int64, places: Int, keepsZeros: Bool) {
        reserve(Self.longestFigure)
        if units < 0 {
            memory[count] = UInt8(ascii: "-")
            count += 1
        }
        let (whole, rest) = Self.divided(units.magnitude, places)
        append(digits: whole, count: Self.digits(of: whole))
        var (fraction, places) = (rest, places)
        if !keepsZeros {
            if fraction == 0 { return }
            while fraction % 10 == 0 {
                fraction /= 10
                places -= 1
            }
        }
        guard places > 0 else { return }
        memory[count] = UInt8(ascii: ".")
        count += 1
        append(digits: fraction, count: places)
    }

    /// The whole part and the rest; the usual places are constants, so that nothing is divided.
    @inline(__always)
    private static func divided(_ units: UInt64, _ places: Int) -> (whole: UInt64, rest: UInt64) {
        switch places {
        case 0: return (units, 0)
        case 2: return (units / 100, units % 100)
        case 4: return (units / 10_000, units % 10_000)
        default:
            let unit = power(min(max(places, 0), 18))
            return (units / unit, units % unit)
        }
    }

    private static func power(_ exponent: Int) -> UInt64 {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }

    /// How many digits a number has.
    @inline(__always)
    private static func digits(of number: UInt64) -> Int {
        if number < 10_000 { return number < 100 ? (number < 10 ? 1 : 2) : (number < 1_000 ? 3 : 4) }
        if number < 100_000_000 {
            return number < 1_000_000 ? (number < 100_000 ? 5 : 6) : (number < 10_000_000 ? 7 : 8)
        }
        return 8 + digitsOfMore(number / 100_000_000)
    }

    private static func digitsOfMore(_ number: UInt64) -> Int {
        var (count, left) = (0, number)
        while left > 0 {
            count += 1
            left /= 10
        }
        return count
    }

    /// The numbers from 0 to 99 with two digits each.
    private static let pairs: StaticString = """
        00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495051525354555657585960\
        616263646566676869707172737475767778798081828384858687888990919293949596979899
        """

    /// Adds so many digits of a number that has no more: two at a time, from the last.
    @inline(__always)
    private mutating func append(digits number: UInt64, count digits: Int) {
        let start = memory + count
        let pairs = Self.pairs.utf8Start
        var (left, place) = (number, digits)
        while place >= 2 {
            let pair = Int(truncatingIfNeeded: left % 100) &* 2
            left /= 100
            start[place - 2] = pairs[pair]
            start[place - 1] = pairs[pair + 1]
            place -= 2
        }
        if place == 1 { start[0] = UInt8(truncatingIfNeeded: UInt64(UInt8(ascii: "0")) + left % 10) }
        count += digits
    }
}
