import Foundation
import Repatriation
import SQLite
import Store
import Support
import Testing

/// Passwords: hashed by the system, never in the journal, and slower the more they are guessed.
@Suite struct SignInTests {
    private let test: TestStore
    private let toledo: Officer

    init() throws {
        test = try TestStore()
        try test.perform(.act(AddOfficer("Tomás Toledo Vera", account: nil, roles: [.officer])))
        toledo = try #require(try test.store.officer(named: "Tomás Toledo Vera"))
    }

    private func phrase(_ text: String) -> Phrase { Phrase(Array(text.utf8)) }

    private func signIn(_ officer: Officer?, _ text: String, _ terminal: String = "t1") throws
        -> SignIn
    {
        try test.store.signIn(officer, phrase(text), terminal: terminal, at: test.now)
    }

    /// A first password, given by a lead, has to be changed; one's own does not. The hash is
    /// yescrypt's, salted anew.
    @Test func aFirstPasswordHasToBeChanged() throws {
        #expect(try signIn(toledo, "cualquier cosa") == .refused)
        try test.store.setPassword(
            phrase("frase inicial larga"), of: toledo.id, by: test.lead, at: test.now)
        #expect(try signIn(toledo, "frase inicial larga") == .mustChange)
        try test.store.setPassword(
            phrase("otra frase, la mía"), of: toledo.id, by: toledo.id, at: test.now)
        #expect(try signIn(toledo, "otra frase, la mía") == .right)
        #expect(try signIn(toledo, "frase inicial larga") == .refused)
        try test.store.setPassword(
            phrase("otra frase, la mía"), of: test.lead, by: test.lead, at: test.now)
        let hashes = try Connection(path: test.path, mode: .read).statement(
            "SELECT hash FROM credential"
        ).all {
            $0.text(0)
        }
        #expect(
            hashes.count == 2 && Set(hashes).count == 2 && hashes.allSatisfy { $0.hasPrefix("$y$") }
        )
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// Neither the phrase nor its hash stands in the journal, and of the store's file only the hash
    /// does.
    @Test func theJournalHoldsNothingOfAPassword() throws {
        try test.store.setPassword(
            phrase("FRASEPLANTADA larga"), of: toledo.id, by: toledo.id, at: test.now)
        let connection = try Connection(path: test.path, mode: .read)
        let hash = try #require(
            try connection.statement("SELECT hash FROM credential").first { $0.text(0) })
        let journal = try connection.statement(
            "SELECT payload FROM journal UNION ALL SELECT body FROM journal_body"
        )
        .all {
            $0.text(0)
        }.joined()
        #expect(!journal.contains("FRASEPLANTADA") && !journal.contains(hash))
        for ending in ["", "-wal"] {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: test.path + ending))
            #expect(bytes.range(of: Data("FRASEPLANTADA".utf8)) == nil)
        }
    }

    @Test(arguments: ["corta", "123456789", String(repeating: "x", count: 201)])
    func aPasswordHasItsLength(_ text: String) throws {
        #expect(throws: PerformFailure.self) {
            try test.store.setPassword(phrase(text), of: toledo.id, by: toledo.id, at: test.now)
        }
        #expect(try !test.store.hasPassword(toledo.id))
    }

    /// Nobody sets another's but a lead or administrator.
    @Test func nobodySetsAnothersPassword() throws {
        #expect(throws: PerformFailure.self) {
            try test.store.setPassword(
                phrase("frase inicial larga"), of: test.lead, by: toledo.id, at: test.now)
        }
        #expect(try !test.store.hasPassword(test.lead))
    }

    /// After three wrong ones the right one too has to wait, longer each time; another officer on
    /// another terminal does not, and another on the same one does. An unknown name answers as a
    /// wrong password does.
    @Test func guessingWaitsLongerEachTime() throws {
        test.stopClock()
        try test.store.setPassword(
            phrase("otra frase, la mía"), of: toledo.id, by: toledo.id, at: test.now)
        try test.store.setPassword(
            phrase("la frase de Rosa"), of: test.lead, by: test.lead, at: test.now)
        let lead = try #require(try test.store.officer(named: "Rosa Ramírez Luna"))
        for _ in 0..<3 { #expect(try signIn(toledo, "adivinanza") == .refused) }
        #expect(try signIn(toledo, "otra frase, la mía") == .refused)
        #expect(try signIn(toledo, "otra frase, la mía", "t2") == .refused)
        #expect(try signIn(lead, "la frase de Rosa") == .refused)
        #expect(try signIn(lead, "la frase de Rosa", "t3") == .right)
        test.pass(seconds: 3)
        #expect(try signIn(toledo, "adivinanza") == .refused)
        test.pass(seconds: 3)
        #expect(try signIn(toledo, "otra frase, la mía") == .refused)
        test.pass(seconds: 2)
        #expect(try signIn(toledo, "otra frase, la mía") == .right)
        #expect(try signIn(toledo, "adivinanza") == .refused)
        #expect(try signIn(toledo, "otra frase, la mía") == .right)
        #expect(try signIn(nil, "adivinanza", "t9") == .refused)
    }

    /// Whoever sets the clock waits as long, in this process and in the next; a machine that was
    /// started anew has waited no longer than it runs.
    @Test(arguments: [60, -60, 60 * 24 * 365])
    func theClockShortensNoWait(_ minutes: Int) throws {
        test.stopClock()
        try test.store.setPassword(
            phrase("otra frase, la mía"), of: toledo.id, by: toledo.id, at: test.now)
        for _ in 0..<6 {
            _ = try signIn(toledo, "adivinanza")
            test.pass(seconds: 20)
        }
        _ = try signIn(toledo, "adivinanza")
        test.now = test.now.adding(minutes: minutes)
        #expect(try signIn(toledo, "otra frase, la mía", "t2") == .refused)
        let next = try Store(path: test.path)
        for (up, isRight) in [(test.uptime, false), ({ 5_000 }, false), ({ 901_000 }, true)] {
            next.uptime = up
            let found = try next.signIn(
                toledo, phrase("otra frase, la mía"), terminal: "t3", at: test.now)
            #expect((found == .right) == isRight)
        }
    }

    /// Somebody who is nobody, is suspended, has no password or gives a wrong one: the same
    /// answers, counted and made to wait alike, at whichever terminals they are tried.
    @Test func whoCannotSignInIsNotToldWhy() throws {
        test.stopClock()
        try test.store.setPassword(
            phrase("otra frase, la mía"), of: toledo.id, by: toledo.id, at: test.now)
        var suspended = toledo
        suspended.isSuspended = true
        let lead = try #require(try test.store.officer(named: "Rosa Ramírez Luna"))
        let kinds: [(String, Officer?, String)] = [
            ("wrong", toledo, "adivinanza"), ("nobody", nil, "adivinanza"),
            ("without", lead, "adivinanza"),
            ("suspended", suspended, "otra frase, la mía"),
        ]
        var seen: [[String]] = []
        for (kind, officer, typed) in kinds {
            var trace: [String] = []
            for number in 1...5 {
                let found = try test.store.signIn(
                    officer, phrase(typed), named: "Quien Sea", terminal: "\(kind)\(number)",
                    at: test.now)
                let counted = try Connection(path: test.path, mode: .read).statement(
                    """
                    SELECT group_concat(failures) FROM (SELECT failures FROM attempt ORDER BY \
                    failures)
                    """
                ).first { $0.text(0) }
                trace.append("\(found) \(counted ?? "")")
            }
            seen.append(trace)
            try Connection(path: test.path, mode: .write).execute("DELETE FROM attempt")
        }
        #expect(Set(seen).count == 1, "\(seen)")
        #expect(seen[0].last == "refused 1,1,1,3")
        // Names that are nobody's are forgotten a day later, those of officers are not.
        _ = try test.store.signIn(
            nil, phrase("adivinanza"), named: "Nadie", terminal: "t", at: test.now)
        _ = try test.store.signIn(toledo, phrase("adivinanza"), terminal: "t", at: test.now)
        test.pass(minutes: 1500)
        _ = try test.store.signIn(toledo, phrase("adivinanza"), terminal: "t", at: test.now)
        let keys = try Connection(path: test.path, mode: .read).statement("SELECT key FROM attempt")
            .all { $0.text(0) }
        #expect(keys.allSatisfy { !$0.hasPrefix("n:") } && keys.contains { $0.hasPrefix("o:") })
    }

    /// A suspended officer does not sign in with the right password.
    @Test func aSuspendedOfficerDoesNotSignIn() throws {
        try test.store.setPassword(
            phrase("otra frase, la mía"), of: toledo.id, by: toledo.id, at: test.now)
        var change = OfficerChange()
        change.isSuspended = true
        try test.perform(.act(SetOfficer(toledo.id, change)))
        let suspended = try #require(try test.store.allOfficers().first { $0.id == toledo.id })
        #expect(try signIn(suspended, "otra frase, la mía") == .refused)
    }
}
