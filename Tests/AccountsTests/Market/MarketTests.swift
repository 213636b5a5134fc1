import Accounts
import Quantities
import Testing

private let names: [Key<KeyFactor>] = ["price", "quality", "delivery", "service", "payment"]

private func marks(_ list: [Int?]) -> [Key<KeyFactor>: FixedDecimal] {
    var marks: [Key<KeyFactor>: FixedDecimal] = [:]
    for (name, mark) in zip(names, list) { marks[name] = mark.map { FixedDecimal($0) } }
    return marks
}

/// Weights 30, 25, 20, 15 and 10 %.
private func factors(_ ours: [Int?] = [7, 9, 6, 8, 5], _ rivals: [Key<Rival>: [Int?]] = ["vector": [8, 7, 8, 7, 6]])
    throws -> KeyFactors
{
    let weights = ["0.3", "0.25", "0.2", "0.15", "0.1"]
    return try KeyFactors(
        zip(names, weights).map { KeyFactor($0, weight: try decimal($1)) }, ours: marks(ours),
        rivals: rivals.mapValues(marks))
}

@Suite("Market: key factors against rivals")
struct KeyFactorsTests {
    @Test func `7.25 against 7.40 is 0.98: worst delivery −.40, best quality +.50`() throws {
        let comparison = try factors().hardest()
        #expect(try comparison.ours == decimal("7.25"))
        #expect(try comparison.theirs == decimal("7.4"))
        #expect(comparison.relative.text(places: 2) == "0.98")
        #expect(comparison.worst?.factor == "delivery")
        #expect(try comparison.worst?.points == decimal("-0.4"))
        #expect(comparison.best?.factor == "quality")
        #expect(try comparison.best?.points == decimal("0.5"))
    }

    @Test func `the hardest of two rivals is the one we compare worst with`() throws {
        let two = try factors([7, 9, 6, 8, 5], ["vector": [8, 7, 8, 7, 6], "zenith": [9, 9, 8, 8, 7]])
        #expect(try two.hardest().rival == "zenith")
    }

    /// Without payment: (7.25 − .5) ÷ .9 against (7.4 − .6) ÷ .9.
    @Test func `a factor without a mark is out for both, its weight shown as lost`() throws {
        let comparison = try factors([7, 9, 6, 8, nil]).hardest()
        #expect(try comparison.lost == decimal("0.1"))
        #expect(try comparison.ours == decimal("7.5"))
        #expect(comparison.relative.text(places: 4) == "0.9926")
    }

    @Test(arguments: [([nil, 9, 6, 8, 5], nil), ([nil, 9, 6, 8, nil], "0.4")] as [([Int?], String?)])
    func `30 % lost is still compared, more is not`(ours: [Int?], lost: String?) throws {
        if let lost {
            #expect(throws: NoFigure.lostWeight(try decimal(lost))) { try factors(ours).hardest() }
        } else {
            #expect(try factors(ours).hardest().lost == decimal("0.3"))
        }
    }

    @Test func `without rivals nobody is compared with`() throws {
        #expect(throws: NoFigure.noRival) { try factors([7, 9, 6, 8, 5], [:]).hardest() }
    }

    @Test func `the client sees us at 6.85 where we see 7.25`() throws {
        func view(_ list: [Int]) throws -> [Key<KeyFactor>: Score] {
            Dictionary(uniqueKeysWithValues: try zip(names, list).map { ($0, try Score($1)) })
        }
        // Means 7 8 5 8 6: 2.1 + 2 + 1 + 1.2 + .55.
        let views =
            ["k1": try view([7, 8, 5, 8, 5]), "k2": try view([7, 8, 5, 8, 6])]
            as [Key<Contact>: [Key<KeyFactor>: Score]]
        let mean = try KeyFactors.clientsMean(views)
        let clients = try KeyFactors(factors().factors, ours: mean, rivals: [:])
        #expect(try clients.ownIndex() == decimal("6.85"))
        #expect(try factors().perceptionGap(clientsView: clients) == decimal("0.4"))
    }

    @Test func `one person is not the client`() throws {
        #expect(throws: NoFigure.self) { try KeyFactors.clientsMean(["k1": ["price": try Score(7)]]) }
    }
}

@Suite("Market: share of wallet")
struct WalletShareTests {
    @Test(arguments: [
        (WalletShare.Confidence.high, "31.8 %", "38.9 %"), (.medium, "28.0 %", "46.7 %"), (.low, "23.3 %", "70.0 %"),
    ])
    func `6.3 of 18 m is 35.0 %, in a range by how well the spend is known`(
        confidence: WalletShare.Confidence, low: String, high: String
    ) throws {
        let wallet = try WalletShare(sales: 6_300_000, spend: 18_000_000, confidence: confidence)
        #expect(try wallet.share.asPercent == "35.0 %")
        #expect(try wallet.low.asPercent == low)
        #expect(try wallet.high.asPercent == high)
    }

    @Test func `no spend has no share, and more than 100 % says that the spend is too low`() throws {
        #expect(throws: NoFigure.self) { try WalletShare(sales: 1, spend: 0, confidence: .high) }
        #expect(throws: NoFigure.spendTooLow(share: try decimal("1.25"))) {
            try WalletShare(sales: 10, spend: 8, confidence: .high)
        }
        #expect(try WalletShare(sales: 0, spend: 8, confidence: .high).share == 0)
        #expect(try WalletShare(sales: 8, spend: 8, confidence: .low).high == 1)
    }
}
