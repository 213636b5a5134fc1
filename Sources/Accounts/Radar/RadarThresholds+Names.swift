public import Quantities

extension RadarThresholds {
    /// A threshold that a company may set: whole numbers, or shares.
    public enum Name {
        /// Days, counts or points.
        case whole(WritableKeyPath<RadarThresholds, Int>)
        /// A share.
        case share(WritableKeyPath<RadarThresholds, FixedDecimal>)
    }

    /// The thresholds of a rule by the words with which a company sets them: `radar: {R7: {drop: 30%}}`.
    public static func names(of rule: RadarRule) -> [String: Name] {
        switch rule {
        case .promiseDue: ["warn": .whole(\.promiseWarning), "notice": .whole(\.promiseNotice)]
        case .partStalls: ["days": .whole(\.acceptance)]
        case .promiseOverdue:
            ["head": .whole(\.overdueHead), "director": .whole(\.overdueDirector), "watch": .whole(\.overdueWatch)]
        case .answerOwed: ["days": .whole(\.answer)]
        case .callDue: ["warn": .whole(\.callWarning)]
        case .silence:
            ["times": .whole(\.silenceTimes), "days": .whole(\.silenceDays), "orders": .whole(\.silenceOrders)]
        case .salesFall: ["drop": .share(\.drop)]
        case .money: ["warn": .whole(\.moneyWarning), "alarm": .whole(\.moneyAlarm)]
        case .claim: ["warn": .whole(\.claimWarning), "alarm": .whole(\.claimAlarm)]
        case .sameCause: ["count": .whole(\.causeCount), "days": .whole(\.causeDays)]
        case .powerUnseen: ["power": .whole(\.power), "norms": .whole(\.powerNorms)]
        case .oneThread:
            ["share": .share(\.thread), "touches": .whole(\.threadTouches), "days": .whole(\.threadDays)]
        case .leverStuck: ["lever": .whole(\.lever)]
        case .relationFalls: ["fall": .whole(\.relationFall)]
        case .meetingSheet: ["days": .whole(\.meeting)]
        case .attendanceDecays: ["fall": .share(\.decay)]
        case .remarksUnread: ["share": .share(\.remarks), "days": .whole(\.remarkDays)]
        case .planAsleep: ["days": .whole(\.planSleep), "review": .whole(\.planReview)]
        case .actionOverdue: ["head": .whole(\.actionHead)]
        case .personalFacts: ["days": .whole(\.consent)]
        case .learningStops: ["days": .whole(\.practice), "levels": .whole(\.skillGap)]
        case .evidenceEnds: ["days": .whole(\.evidence)]
        case .riskWithoutOwner: ["days": .whole(\.riskOwner)]
        case .concentration: ["unit": .share(\.unitShare), "book": .share(\.bookShare)]
        case .incentive: ["share": .share(\.ceiling)]
        case .handover: ["days": .whole(\.handover)]
        case .rivalAhead: ["below": .share(\.relative), "fall": .share(\.relativeFall)]
        case .badNewsLate: ["days": .whole(\.badNews)]
        case .habits: ["days": .whole(\.habits)]
        case .blind: ["known": .share(\.known)]
        case .departmentsApart: ["days": .whole(\.session)]
        case .wallet, .personLeaves, .noReview, .factUntested, .noReply, .sampleFailed: [:]
        }
    }
}
