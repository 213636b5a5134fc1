import Credentials
import Messages
import Testing

@testable import Identity

/// Every refusal has a code of its own and a text in both languages that says what to do.
struct AccessRefusalTests {
    static let all: [AccessRefusal] = [
        .wrongCredentials, .tooManyTries(until: World.start), .busy, .accessEnded(.left, since: World.start),
        .noSession,
        .codeNeeded, .enrolmentNeeded, .freshCodeNeeded, .wrongCode, .noSecondFactor, .linkNotGood, .wrongPassword,
        .badPassword(.tooShort(least: 12)), .notAllowed(actor: "anna"), .ownAccess(actor: "anna"),
        .secondAdministrator(actor: "anna"), .noSuchUser, .wrongState(.locked), .nameTaken("anna"),
        .personTaken("anna"),
        .badName, .badPerson, .noSuchToken, .badExpiry, .badTokenName, .noScopes, .beyondRights("approve"),
        .noSuchGrant,
        .grantDecided, .grantEnded, .noDays, .noReason, .lastAdministrator,
    ]

    @Test("there is one of each code")
    func codes() {
        #expect(Set(Self.all.map(\.code)) == Set(AccessRefusal.Code.allCases))
        #expect(Self.all.count == AccessRefusal.Code.allCases.count)
    }

    @Test("each says what to do, in English and in Russian", arguments: all)
    func texts(refusal: AccessRefusal) {
        #expect(refusal.text.en.contains(/[a-z]/) && !refusal.text.en.contains(/[а-я]/))
        #expect(refusal.text.ru.contains(/[а-я]/))
        #expect(refusal == .noReason || refusal.text.en.contains(";"), "what is wrong, and after it what to do")
    }

    @Test(
        "what is wrong with a password is said in both",
        arguments: [
            (PasswordFault.tooShort(least: 12), "12"), (.tooLong(most: 128), "128"),
            (.unseenCharacter(0x202E), "U+202E"),
            (.unseenCharacter(0), "U+0000"), (.common, "guessed"), (.pattern, "keyboard"), (.aboutOneself, "name"),
        ])
    func passwords(fault: PasswordFault, word: String) {
        #expect(fault.text.en.contains(word))
        #expect(fault.text.ru.contains(/[а-я]/))
    }
}
