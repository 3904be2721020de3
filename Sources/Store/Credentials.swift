import CCrypt
import Glibc
import Repatriation
import SQLite

/// A password as it was typed: wiped when it is no longer needed, and never text that is copied
/// about.
package final class Phrase {
    private var bytes: [CChar]

    /// Fewest and most bytes of a password: long enough to resist guessing, short enough to be no
    /// attack.
    package static let length = 10...200

    /// The bytes up to a line's end; none where a zero stands among them, which would cut it
    /// unseen.
    package init(_ typed: [UInt8]) {
        let line = typed.prefix { $0 != 0x0A && $0 != 0x0D }
        bytes = (line.contains(0) ? [] : line.map { CChar(bitPattern: $0) }) + [0]
    }

    /// Of another letter now and then: ten spaces or one letter ten times are guessed at once.
    var isVaried: Bool { Set(bytes).count > 4 }

    deinit { bytes.withUnsafeMutableBytes { ccrypt_wipe($0.baseAddress, $0.count) } }

    /// How many bytes it has.
    package var count: Int { bytes.count - 1 }

    /// Six figures, as a PIN has.
    package var isSixFigures: Bool {
        count == 6 && bytes.dropLast().allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Its hash under a new salt; nil when the system cannot.
    func hash() -> String? {
        var out = [CChar](repeating: 0, count: 384)
        guard ccrypt_hash(bytes, Phrase.cost, &out, out.count) else { return nil }
        return String(decoding: out.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The same bytes.
    package static func == (left: Phrase, right: Phrase) -> Bool { left.bytes == right.bytes }

    /// Whether it has this hash. Without one the same work is done, at the cost of today's hashes,
    /// and it has none.
    func matches(_ known: String?) -> Bool {
        guard let known else {
            _ = hash()
            return false
        }
        return ccrypt_matches(bytes, known)
    }

    /// yescrypt's cost: a tenth to a fifth of a second on a desk's machine, by design.
    private static let cost: UInt = 8
}

/// What opens: the password everything, the PIN only a screen that its officer left.
package enum CredentialKind: String, Sendable { case password, pin }

/// Who chose a password, as its row says it.
enum PasswordGiven: Int {
    /// The officer themselves.
    case byOwner
    /// Somebody else: it has to be changed.
    case byOther
    /// The officer as far as the system's account tells.
    case byAccount
}

/// What a password gave.
package enum SignIn: Sendable, Equatable {
    case right
    /// Right, and given by somebody else: it has to be changed first.
    case mustChange
    /// Wrong, unknown, or too soon after others that were wrong: nothing tells which.
    case refused
}

/// Passwords: hashes in a table of their own, never in the journal, which says only that one was
/// set and by whom.
extension Store {
    /// Whether an officer has a password.
    package func hasPassword(_ id: Identifier<Officer>) throws(StoreError) -> Bool {
        try credential(id) != nil
    }

    /// Whether an officer has a password that they chose themselves.
    func hasOwnPassword(_ id: Identifier<Officer>) throws(StoreError) -> Bool {
        try credential(id).map { !$0.mustChange } ?? false
    }

    /// What a proof is worth: a password that somebody set in the last day, known by the account
    /// alone, says no more than that account.
    func worth(of proof: IdentityProof, _ id: Identifier<Officer>, _ now: Instant)
        throws(SQLiteError) -> IdentityProof
    {
        if isDrill { return .practice }
        guard proof == .password else { return proof }
        let since = now.adding(minutes: -Lineage.minutes).milliseconds
        let isOfTheAccount = try connection.statement(
            """
            SELECT 1 FROM credential WHERE officer = ? AND kind = 'password' AND mustChange = ? \
            AND at > ?
            """
        ).bind(id.value).bind(PasswordGiven.byAccount.rawValue).bind(since).first { _ in true }
        return isOfTheAccount == true ? .account : .password
    }

    private func credential(
        _ id: Identifier<Officer>, _ kind: CredentialKind = .password
    ) throws(StoreError) -> (hash: String, mustChange: Bool)? {
        try wrap { () throws(SQLiteError) in
            try connection.statement(
                "SELECT hash, mustChange FROM credential WHERE officer = ? AND kind = ?"
            )
            .bind(id.value).bind(kind.rawValue).first {
                ($0.text(0), $0.int(1) == PasswordGiven.byOther.rawValue)
            }
        }
    }

    /// Whether six figures are the officer's PIN; it opens a screen that its officer left, and
    /// nothing else. After five that were wrong, at whatever screen, it opens nothing until the
    /// password has.
    package func isPIN(_ phrase: Phrase, of officer: Officer, at now: Instant) throws(StoreError)
        -> Bool
    {
        guard !officer.isSuspended, let known = try credential(officer.id, .pin) else {
            return false
        }
        let key = "p:\(officer.id.value)"
        guard try begin([key], now, allows: { failures, _ in failures < Store.mostPINs }) else {
            return false
        }
        guard phrase.matches(known.hash) else { return false }
        try end([key], now)
        return true
    }

    /// How many PINs may be wrong.
    package static let mostPINs = 5

    /// Whether the officer has a PIN.
    package func hasPIN(_ id: Identifier<Officer>) throws(StoreError) -> Bool {
        try credential(id, .pin) != nil
    }

    /// Sets a password, for oneself or as a first one for another, who then has to change it. False
    /// where it waits for a second officer, who confirms it by setting one: only then there is
    /// another.
    ///
    /// A PIN of six figures is one's own alone, and takes the password; so does another password in
    /// the place of one's own. Throws the refusals of the rules, `passwordForm` or `pinForm`, and
    /// `failed` when the system cannot hash.
    @discardableResult
    package func setPassword(
        _ phrase: Phrase, _ kind: CredentialKind = .password, of id: Identifier<Officer>,
        by actor: Identifier<Officer>, proven proof: IdentityProof = .account, at now: Instant
    ) throws(PerformFailure) -> Bool {
        if kind == .pin {
            guard phrase.isSixFigures, id == actor else { throw .refused(Refusal(.pinForm)) }
        } else {
            guard Phrase.length.contains(phrase.count), phrase.isVaried else {
                throw .refused(Refusal(.passwordForm))
            }
        }
        if kind == .password, id == actor, try isFirstAgain(phrase, id) {
            throw .refused(Refusal(.passwordSame))
        }
        guard let hash = phrase.hash() else { throw .failed(.unreadable(path: "libcrypt")) }
        let given = try giver(of: id, actor, kind, proof, now)
        isSettingPassword = true
        defer { isSettingPassword = false }
        return try batch(orWrap: { .failed($0) }) { () throws(PerformFailure) in
            guard try notePassword(id, by: actor, proof, now) else { return false }
            do throws(SQLiteError) {
                try connection.statement(
                    "INSERT OR REPLACE INTO credential VALUES (?,?,?,?,?,NULL)"
                )
                .bind(id.value).bind(kind.rawValue).bind(hash)
                .bind(given.rawValue).bind(now.milliseconds).run()
            } catch { throw .failed(StoreError(error, path: path)) }
            return true
        }
    }

    /// Who will have chosen it. Throws `passwordWanted` where one's own would be replaced, or a PIN
    /// set, without it.
    private func giver(
        of id: Identifier<Officer>, _ actor: Identifier<Officer>, _ kind: CredentialKind,
        _ proof: IdentityProof,
        _ now: Instant
    ) throws(PerformFailure) -> PasswordGiven {
        guard id == actor else { return .byOther }
        do {
            // Whoever replaces a password that the account gave has shown no more than the account
            // either.
            let isProven = try worth(of: proof, id, sure(now)).isOwn
            let knowsIt = proof.isOwn || isDrill
            guard try knowsIt || kind == .password && !hasPassword(id) else {
                throw Refusal(.passwordWanted)
            }
            return isProven ? .byOwner : .byAccount
        } catch let refusal as Refusal {
            throw .refused(refusal)
        } catch let error as StoreError {
            throw .failed(error)
        } catch { throw .failed(.unreadable(path: path)) }
    }

    /// Writes that a password is set, or confirms that somebody else wanted it set; false where it
    /// waits for a second.
    private func notePassword(
        _ id: Identifier<Officer>, by actor: Identifier<Officer>, _ proof: IdentityProof,
        _ now: Instant
    ) throws(PerformFailure) -> Bool {
        let note = NotePassword(of: id)
        var command = Command.act(note)
        do throws(StoreError) {
            let waiting = try pendingActs(about: id.value, now: now)
            let asker = try officer(actor)
            let same = waiting.first { waits in
                asker.map { asks(waits.asked, for: note, besides: $0) } ?? false
            }
            if let same { command = .act(Confirm(same.act)) }
        } catch { throw .failed(error) }
        return try perform(command, by: actor, proven: proof, at: now).result is LeftPending
            == false
    }

    /// A first password that somebody else set is not one's own by typing it twice.
    private func isFirstAgain(_ phrase: Phrase, _ id: Identifier<Officer>) throws(PerformFailure)
        -> Bool
    {
        do throws(StoreError) {
            guard let known = try credential(id), known.mustChange else { return false }
            return phrase.matches(known.hash)
        } catch { throw .failed(error) }
    }

    /// Who may sign in at a terminal, whoever did so last first; in practice also those without a
    /// password.
    func signers() throws(StoreError) -> [Signer] {
        let used = try wrap { () throws(SQLiteError) in
            try connection.statement(
                "SELECT officer, coalesce(used, 0) FROM credential WHERE kind = 'password'"
            )
            .all { ($0.int(0), $0.int(1)) }
        }
        let last = Dictionary(used, uniquingKeysWith: { $1 })
        return try allOfficers().filter { !$0.isSuspended && (last[$0.id.value] != nil || isDrill) }
            .sorted { last[$0.id.value] ?? -1 > last[$1.id.value] ?? -1 }
            .map { Signer(id: $0.id, name: $0.short, hasPassword: last[$0.id.value] != nil) }
    }

    /// Examines a password; `name` is what was asked for, where it is nobody's. After three that
    /// were wrong, by officer, by name or by terminal, each next one has to wait twice as
    /// long, up to a quarter of an hour. A try counts before it is looked at, so that many at once
    /// are no way around; the work of a hash is done whoever it is, so that time tells nothing.
    package func signIn(
        _ officer: Officer?, _ phrase: Phrase, named name: String = "", terminal: String,
        at now: Instant
    ) throws(StoreError) -> SignIn {
        // A name that is nobody's is counted like one that is somebody's: neither its wait nor its
        // work tells them apart.
        let who =
            officer.map { "o:\($0.id.value)" }
            ?? "n:\(Fingerprint(kind: NameText.folded(name)).value)"
        let keys = [who, "t:\(terminal)"]
        let isInTime = try begin(keys, now) { failures, since in
            failures < 3 || since >= min(900, 1 << min(failures - 2, 10))
        }
        let known =
            try officer.map { officer throws(StoreError) in try credential(officer.id) } ?? nil
        let isRight = phrase.matches(known?.hash)
        guard isInTime, isRight, let officer, !officer.isSuspended else { return .refused }
        try end(keys + ["p:\(officer.id.value)"], now, of: officer)
        return known?.mustChange == true ? .mustChange : .right
    }

    /// Counts a try as a failure until it is known better, unless an earlier one still has to be
    /// waited for. `allows` takes how many failed and the seconds since the last.
    private func begin(
        _ keys: [String], _ now: Instant, allows: (_ failures: Int, _ seconds: Int) -> Bool
    ) throws(StoreError) -> Bool {
        try keep { () throws(SQLiteError) in
            let (up, boot) = (uptime(), StoreFiles.boot)
            // Names that are nobody's do not pile up: the longest wait is long over.
            try connection.statement(
                """
                DELETE FROM attempt WHERE key GLOB 'n:*'
                AND CASE WHEN boot IS ?1 AND up <= ?2 THEN ?2 - up ELSE ?2 END > 86400000
                """
            ).bind(boot).bind(up).run()
            for key in keys {
                let last = try connection.statement(
                    "SELECT failures, up, boot FROM attempt WHERE key = ?"
                )
                .bind(key).first {
                    ($0.int(0), $0.text(2) == boot ? $0.optionalInt(1) : nil)
                }
                if let last, !allows(last.0, Store.seconds(since: last.1, up)) {
                    return false
                }
            }
            for key in keys {
                try connection.statement(
                    """
                    INSERT INTO attempt (key, failures, at, up, boot) VALUES (?,1,?,?,?)
                    ON CONFLICT
                    DO UPDATE SET failures = failures + 1, at = excluded.at,
                    up = excluded.up, boot = excluded.boot
                    """
                ).bind(key).bind(now.milliseconds).bind(up).bind(boot).run()
            }
            return true
        }
    }

    /// How long ago something was, by the machine's own run: nobody sets that clock. What was in an
    /// earlier run is at least as long ago as this one lasts.
    private static func seconds(since earlier: Int?, _ up: Int) -> Int {
        (earlier.map { $0 <= up ? up - $0 : up } ?? up) / 1000
    }

    /// The try was right: nothing failed.
    private func end(_ keys: [String], _ now: Instant, of officer: Officer? = nil)
        throws(StoreError)
    {
        try keep { () throws(SQLiteError) in
            for key in keys {
                try connection.statement("DELETE FROM attempt WHERE key = ?").bind(key)
                    .run()
            }
            guard let officer else { return }
            try connection.statement(
                "UPDATE credential SET used = ? WHERE officer = ? AND kind = 'password'"
            )
            .bind(now.milliseconds).bind(officer.id.value).run()
        }
    }
}
