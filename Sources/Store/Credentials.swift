import CCrypt
import Glibc
import Repatriation
import SQLite

/// A password as it was typed: wiped when it is no longer needed, and never text that is copied about.
package final class Phrase {
    private var bytes: [CChar]

    /// Fewest and most bytes of a password: long enough to resist guessing, short enough to be no attack.
    package static let length = 10...200

    /// The bytes up to a zero or a line's end.
    package init(_ typed: [UInt8]) {
        bytes = typed.prefix { $0 != 0 && $0 != 0x0A && $0 != 0x0D }.map { CChar(bitPattern: $0) } + [0]
    }

    deinit { bytes.withUnsafeMutableBytes { ccrypt_wipe($0.baseAddress, $0.count) } }

    /// How many bytes it has.
    package var count: Int { bytes.count - 1 }

    /// Six figures, as a PIN has.
    package var isSixFigures: Bool { count == 6 && bytes.dropLast().allSatisfy { (0x30...0x39).contains($0) } }

    /// Its hash under a new salt; nil when the system cannot.
    func hash() -> String? {
        var out = [CChar](repeating: 0, count: 384)
        guard ccrypt_hash(bytes, Phrase.cost, &out, out.count) else { return nil }
        return String(decoding: out.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The same bytes.
    package static func == (left: Phrase, right: Phrase) -> Bool { left.bytes == right.bytes }

    func matches(_ hash: String) -> Bool { ccrypt_matches(bytes, hash) }

    /// yescrypt's cost: a tenth to a fifth of a second on a desk's machine, by design.
    private static let cost: UInt = 8
}

/// What opens: the password everything, the PIN only a screen that its officer left.
package enum CredentialKind: String, Sendable { case password, pin }

/// What a password gave.
package enum SignIn: Sendable, Equatable {
    case right
    /// Right, and given by somebody else: it has to be changed first.
    case mustChange
    /// Wrong, unknown, or too soon after others that were wrong: nothing tells which.
    case refused
}

/// Passwords: hashes in a table of their own, never in the journal, which says only that one was set and by whom.
extension Store {
    /// Whether an officer has a password.
    package func hasPassword(_ id: Identifier<Officer>) throws(StoreError) -> Bool {
        try credential(id) != nil
    }

    private func credential(
        _ id: Identifier<Officer>, _ kind: CredentialKind = .password
    ) throws(StoreError) -> (hash: String, mustChange: Bool)? {
        try wrap { () throws(SQLiteError) in
            try connection.statement("SELECT hash, mustChange FROM credential WHERE officer = ? AND kind = ?")
                .bind(id.value).bind(kind.rawValue).first { ($0.text(0), $0.int(1) == 1) }
        }
    }

    /// Whether six figures are the officer's PIN; it opens a screen that its officer left, and nothing else.
    package func isPIN(_ phrase: Phrase, of id: Identifier<Officer>) throws(StoreError) -> Bool {
        guard let known = try credential(id, .pin) else { return false }
        return phrase.matches(known.hash)
    }

    /// Whether the officer has a PIN.
    package func hasPIN(_ id: Identifier<Officer>) throws(StoreError) -> Bool { try credential(id, .pin) != nil }

    /// Sets a password, for oneself or as a first one for another, who then has to change it.
    ///
    /// A PIN of six figures is one's own alone. Throws the refusals of the rules, `passwordForm` or `pinForm`, and `failed`
    /// when the system cannot hash.
    package func setPassword(
        _ phrase: Phrase, _ kind: CredentialKind = .password, of id: Identifier<Officer>, by actor: Identifier<Officer>,
        at now: Instant
    ) throws(PerformFailure) {
        if kind == .pin {
            guard phrase.isSixFigures, id == actor else { throw .refused(Refusal(.pinForm)) }
        } else {
            guard Phrase.length.contains(phrase.count) else { throw .refused(Refusal(.passwordForm)) }
        }
        if kind == .password, id == actor, try isFirstAgain(phrase, id) { throw .refused(Refusal(.passwordSame)) }
        guard let hash = phrase.hash() else { throw .failed(.unreadable(path: "libcrypt")) }
        try batch(orWrap: { .failed($0) }) { () throws(PerformFailure) in
            _ = try perform(.catalogue(.notePassword(id)), by: actor, at: now)
            do throws(SQLiteError) {
                try connection.statement("INSERT OR REPLACE INTO credential VALUES (?,?,?,?,?,NULL)")
                    .bind(id.value).bind(kind.rawValue).bind(hash)
                    .bind(id == actor ? 0 : 1).bind(now.milliseconds).run()
            } catch { throw .failed(StoreError(error, path: path)) }
        }
    }

    /// A first password that somebody else set is not one's own by typing it twice.
    private func isFirstAgain(_ phrase: Phrase, _ id: Identifier<Officer>) throws(PerformFailure) -> Bool {
        do throws(StoreError) {
            guard let known = try credential(id), known.mustChange else { return false }
            return phrase.matches(known.hash)
        } catch { throw .failed(error) }
    }

    /// Who may sign in at a terminal, whoever did so last first; in practice also those without a password.
    package func signers() throws(StoreError) -> [(officer: Officer, hasPassword: Bool)] {
        let used = try wrap { () throws(SQLiteError) in
            try connection.statement("SELECT officer, coalesce(used, 0) FROM credential WHERE kind = 'password'")
                .all { ($0.int(0), $0.int(1)) }
        }
        let last = Dictionary(used, uniquingKeysWith: { $1 })
        return try allOfficers().filter { !$0.isSuspended && (last[$0.id.value] != nil || isDrill) }
            .map { ($0, last[$0.id.value] != nil) }
            .sorted { last[$0.0.id.value] ?? -1 > last[$1.0.id.value] ?? -1 }
    }

    /// Examines a password. After three that were wrong, by officer or by terminal, each next one has to wait twice as
    /// long, up to a quarter of an hour. The work of a hash is done whoever it is, so that time tells nothing.
    package func signIn(
        _ officer: Officer?, _ phrase: Phrase, terminal: String, at now: Instant
    ) throws(StoreError) -> SignIn {
        let keys = ["o:\(officer?.id.value ?? 0)", "t:\(terminal)"]
        let wait = try keys.map { key throws(StoreError) in try self.wait(key, now) }.max() ?? 0
        let known = try officer.map { officer throws(StoreError) in try credential(officer.id) } ?? nil
        let isRight = phrase.matches(known?.hash ?? Store.nobodysHash) && known != nil
        guard wait == 0, isRight, officer?.isSuspended == false else {
            if wait == 0 { try count(failures: 1, keys, now) }
            return .refused
        }
        try count(failures: nil, keys, now, of: officer)
        return known?.mustChange == true ? .mustChange : .right
    }

    /// A hash that no phrase has.
    private static let nobodysHash = "$y$jBT$0000000000000000000000$0000000000000000000000000000000000000000000"

    /// Seconds until the next try counts.
    private func wait(_ key: String, _ now: Instant) throws(StoreError) -> Int {
        let last = try wrap { () throws(SQLiteError) in
            try connection.statement("SELECT failures, at FROM attempt WHERE key = ?").bind(key)
                .first { ($0.int(0), Instant(milliseconds: $0.int(1))) }
        }
        guard let (failures, at) = last, failures >= 3 else { return 0 }
        let pause = min(900, 1 << min(failures - 2, 10))
        return max(0, pause - abs(now.secondsSince(at)))
    }

    /// One failure more, or with nil none any more.
    private func count(
        failures: Int?, _ keys: [String], _ now: Instant, of officer: Officer? = nil
    ) throws(StoreError) {
        try exclusively(
            { () throws(StoreError) in
                try wrap { () throws(SQLiteError) in
                    for key in keys {
                        guard let failures else {
                            try connection.statement("DELETE FROM attempt WHERE key = ?").bind(key).run()
                            continue
                        }
                        try connection.statement(
                            """
                            INSERT INTO attempt VALUES (?,?,?)
                            ON CONFLICT DO UPDATE SET failures = failures + excluded.failures, at = excluded.at
                            """
                        ).bind(key).bind(failures).bind(now.milliseconds).run()
                    }
                    guard let officer else { return }
                    try connection.statement("UPDATE credential SET used = ? WHERE officer = ? AND kind = 'password'")
                        .bind(now.milliseconds).bind(officer.id.value).run()
                }
            }, orWrap: { $0 })
    }
}
