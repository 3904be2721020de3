import Glibc
import Repatriation
import Screens
import Store

/// Carries the screen's effects out on the store.
struct EffectRunner {
    let store: Store
    /// Who sits here now.
    var officer: Identifier<Officer>
    /// How they have shown it: by the system's account, until a password was given here.
    var proof = IdentityProof.account
    let clock: Clock
    /// Where papers go; the environment's word unless told.
    var setting: @Sendable (String) -> String? = { Environment[$0] }
    /// Keeps who wants no bell.
    var keepBoard: @Sendable (Identifier<Officer>, BoardSetting) -> Void = {
        BoardSettings.set($0, $1)
    }
    /// Does what takes long beside the store's thread, and answers later; without it, it is done
    /// here.
    var aside: ((Request?, @escaping @Sendable () -> Reply?) -> Void)?
    /// What is being answered.
    private(set) var request: Request?
    /// What is being made text of.
    var conversions = Conversions()
    /// What copies wait for while the program is stopped.
    var rests = CopyRests()
    /// Somebody whose first password has to be changed.
    var first: FirstPassword?
    /// What is open, with its trace written.
    private var trail = Trail()
    /// The rows of the journal that were written here last.
    private var written: ClosedRange<Int>?

    /// Carries out for one officer, until somebody else signs in.
    init(store: Store, officer: Identifier<Officer>, clock: Clock) {
        self.store = store
        self.officer = officer
        self.clock = clock
    }

    /// The rows of the journal that the last effect wrote, once.
    mutating func takeWritten() -> ClosedRange<Int>? {
        defer { written = nil }
        return written
    }

    /// The day's copy beside the store, or that of a shift's end; a copy that fails is told to
    /// whoever is there.
    func copy(closing code: PointCode? = nil) -> Reply? {
        do throws(StoreError) {
            guard let job = try store.copyJob(closing: code, at: clock.now) else { return nil }
            let work = { @Sendable [conversions, rests] () -> Reply? in
                do throws(StoreError) {
                    try rests.make(while: { conversions.areWanted }, job.run)
                    return job.alarm.map { .failed($0.es, $0.en) }
                } catch { return EffectRunner.noCopy(error) }
            }
            guard let aside else { return work() }
            aside(nil) {
                CopyJob.standBack()
                return work()
            }
            return nil
        } catch { return EffectRunner.noCopy(error) }
    }

    private static func noCopy(_ error: StoreError) -> Reply {
        let words = noCopyWords(error)
        return .failed(words.es, words.en)
    }

    /// What is said where a copy beside the store fails.
    static func noCopyWords(_ error: StoreError) -> Bilingual {
        Bilingual(
            "El respaldo de hoy falló. \(error.sentence(.es))",
            "Today's backup failed. \(error.sentence(.en))")
    }

    func heartbeat(_ point: PointCode, _ desk: Int) {
        try? store.heartbeat(point: point, desk: desk, of: officer, at: clock.now)
    }

    /// What cannot be written now is written at the next look, by whoever looks. A practice looks
    /// itself, at hours of its own.
    func noteAlarms() {
        if !clock.isSimulated { try? store.noteAlarms(at: clock.now) }
    }

    /// The answers to one effect; a failure is an answer too, and of whoever asked.
    mutating func run(_ effect: Effect) -> [Reply] {
        do {
            if effect.writesFacts, let doubt = try store.hourQuestion(at: clock.now) {
                let refusal = Refusal(.hourAsked)
                return [.refused(effect.command, refusal), .hourAsked(doubt, then: effect.bare)]
            }
            return try answers(effect)
        } catch {
            let failure = EffectRunner.reply(to: error)
            guard effect.isOfGate else { return [failure] }
            switch failure {
            case .refused(_, let refusal):
                return [.gate(.failed(refusal.sentence))]
            case .failed(let words): return [.gate(.failed(words))]
            default: return [failure]
            }
        }
    }

    private static let failed = Reply.failed("No se pudo.", "That failed.")

    private static func reply(to error: any Error) -> Reply {
        switch error {
        case PerformFailure.refused(let refusal), let refusal as Refusal: .refused(nil, refusal)
        case let failure as PerformFailure:
            .failed(failure.sentence)
        case is Gone: .failed("Ya no existe.", "It no longer exists.")
        case let error as StoreError: .failed(error.sentence)
        default: failed
        }
    }

    private mutating func answers(_ effect: Effect) throws -> [Reply] {
        switch effect {
        case .by(let officer, let effect):
            var earlier = self
            if officer != earlier.officer { earlier.proof = .account }
            earlier.officer = officer
            defer { trail = earlier.trail }
            return try earlier.answers(effect)
        case .asked(let request, let effect):
            self.request = request
            defer { self.request = nil }
            return try answers(effect)
        case .load(let query, _):
            try store.prove()
            guard let query = query as? any Readable else { return [EffectRunner.failed] }
            return [try answer(query)]
        case .open(let id, let reason):
            return [try answer(CardOf(id), opening: true, why: reason)]
        case .left(let query): trail.leave(query, by: officer)
        case .keepBoard(let officer, let setting): keepBoard(officer, setting)
        case .perform(let command): return perform(command, by: officer, proven: proof)
        case .draft(let key, let field, let value):
            try store.saveDraft(
                key.screen, subject: key.subject, field: field, value: value, by: officer,
                at: clock.now)
        case .dropDraft(let key): try store.dropDraft(key.screen, subject: key.subject, of: officer)
        case .discardDraft(let key, let isDiscarded):
            let fields = try store.discardDraft(
                key.screen, subject: key.subject, of: officer, isDiscarded: isDiscarded,
                at: clock.now)
            guard fields > 0 else {
                return [
                    .failed(
                        "Ya no hay borrador que devolver.",
                        "There is no draft left to bring back.")
                ]
            }
            return [.draft(key, isDiscarded: isDiscarded)]
        case .signIn(let id, let typed, let purpose, let allowsPIN):
            return try signIn(id, Phrase(typed), purpose, allowsPIN: allowsPIN)
        case .newPassword(let typed): return try changePassword(Phrase(typed))
        case .leaveDesk(let point, let desk, let id): try leaveDesk(point, desk, id)
        case .readList(let text, let point, let bring, let group, let options):
            return [try list(Array(text.utf8), point, bring: bring, into: group, options)]
        case .readFile(let name, let point, let bring, let group, let options):
            guard !name.contains("/"),
                let bytes = StoreFiles.read("\(store.inbox(of: point))/\(name)")
            else {
                return [
                    .failed("No se puede leer el archivo.", "The file cannot be read.")
                ]
            }
            if ListFile.kind(bytes) != nil {
                return converted(bytes, ListOrigin(name: name, point: point, group: group))
            }
            return [try list(bytes, point, bring: bring, into: group, options)]
        case .printSheet(let group): return [try sheet(group)]
        case .printPaper(let paper): return [try printed(paper)]
        case .printBook(let point, let span): return [try printed(point, span)]
        case .printShift(let report, let point, let moment, let language):
            return [try printed(report, at: point, of: moment, language)]
        case .printHandOver(let point): return [try printed(handOverOf: point)]
        case .printOrientation(let point, let forChildren, let language):
            return [try orientation(point, forChildren: forChildren, language)]
        case .printReport(let asked, let language): return [try printed(asked, language)]
        case .exportReport(let asked, let language): return [try exported(asked, language)]
        case .bell, .redraw, .suspend, .quit, .practice: break
        }
        return []
    }

    /// In whose name is asked; a screen on a wall asks in nobody's.
    private var asker: Asker { officer == WallProgram.nobody.id ? .nobody : .officer(officer) }

    /// Asks the store in the name of whoever sits here.
    func ask<Answer>(_ reading: Reading<Answer>) throws -> Answer {
        try store.answer(reading, for: asker, at: clock.now)
    }

    /// Answers a screen: what leaves a trace is traced when it is seen first, and a search anew
    /// when it shows more. What has to be opened and was not says what is told instead.
    private mutating func answer<Asked: Readable>(
        _ query: Asked, opening: Bool = false, why reason: ReadReason? = nil
    ) throws -> Reply {
        let isOpen = opening || trail.isOpen(query, by: officer)
        var opened: Trace?
        let answer = try store.answer(
            isOpen ? query.reading : query.unopened ?? query.reading, for: asker,
            at: clock.now, why: reason,
            noting: { trace in
                opened = trail.unmet(trace, query, by: officer)
                return opened
            })
        if let opened { trail.open(opened, query, by: officer) }
        return .answer(Answered(query, answer))
    }

    mutating func perform(
        _ command: Command, by officer: Identifier<Officer>, proven proof: IdentityProof
    ) -> [Reply] {
        do throws(PerformFailure) {
            let answer = try store.perform(command, by: officer, proven: proof, at: clock.now)
            if let first = answer.events.first?.seq, let last = answer.events.last?.seq {
                written = first...last
            }
            let done = Reply.done(
                command, act: answer.act, result: answer.result,
                about: person(of: command, answer.result))
            let doubt = answer.isClockInDoubt ? [Reply.clockInDoubt] : []
            let closed = answer.events.isEmpty ? nil : command.act(CloseShift.self)?.point
            return [done] + doubt + (closed.flatMap { copy(closing: $0) }.map { [$0] } ?? [])
        } catch {
            switch error {
            case .refused(let refusal): return [.refused(command, refusal)]
            case .failed(let failure):
                return [.notDone(command, failure.sentence)]
            }
        }
    }

    /// Whom a command was about, as they are once it was carried out; nobody where it is about
    /// many, or nobody.
    private func person(of command: Command, _ result: any Outcome) -> Reception? {
        command.act.about(result).flatMap { try? ask(.person($0)) }
    }

    /// A spreadsheet or a PDF as text. It takes its time: the desk goes on meanwhile, and asks for
    /// no second one.
    private func converted(_ bytes: [UInt8], _ origin: ListOrigin) -> [Reply] {
        guard conversions.begin() else {
            return [
                .failed(
                    "Todavía se lee otro archivo: espere y elíjalo de nuevo.",
                    "Another file is still being read: wait, and choose this one again.")
            ]
        }
        let job = { @Sendable [conversions] () -> Reply in
            defer { conversions.end() }
            do throws(HandoverList.Failure) {
                let text = try ListFile.text(bytes, while: { conversions.areWanted })
                return .converted(origin, .success(String(decoding: text, as: UTF8.self)))
            } catch {
                return .converted(origin, .failure(error))
            }
        }
        guard let aside else { return [job()] }
        aside(request, job)
        return [.underWay]
    }

    private mutating func list(
        _ bytes: [UInt8], _ code: PointCode, bring: Bool, into group: Identifier<Group>?,
        _ options: ListOptions
    ) throws -> Reply {
        guard let point = try store.point(code) else {
            throw PerformFailure.refused(Refusal(.unknownPoint))
        }
        let importer = try ListImporter(
            store: store, officer: officer, point: point, now: clock.now)
        let given: HandoverList
        do throws(HandoverList.Failure) {
            given = try importer.read(bytes, options.reading)
        } catch {
            return .list(ListOutcome(list: nil, failure: error, group: nil))
        }
        let list = try importer.withoutThoseInside(given)
        guard bring, !list.rows.isEmpty else {
            var outcome = ListOutcome(list: list, failure: nil, group: nil)
            outcome.already = try importer.already(list, noting: { $0 }).mapValues(\.name)
            return .list(outcome)
        }
        var announcement = Announcement()
        if group == nil {
            (announcement.mode, announcement.authority) = (options.mode, options.authority)
        }
        let before = try store.newestEvent()
        let brought = try importer.bring(
            list, into: group, announcement: announcement, again: options.again)
        written = before + 1...(try store.newestEvent())
        return .list(ListOutcome(list: list, failure: nil, group: brought))
    }
}
