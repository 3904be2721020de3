import Repatriation
import Terminal

/// What the store answers.
package enum Reply: Sendable {
    /// To a question.
    case answer(any AnyAnswered)
    case gate(GateAnswer)
    case draft(DraftKey, isDiscarded: Bool)
    case list(ListOutcome)
    /// The text of a file that was none, or why there is none.
    case converted(ListOrigin, Result<String, HandoverList.Failure>)
    /// Carried out; `about` is whom, as they are now.
    case done(Command, act: Identifier<any Act>?, result: any Outcome, about: Reception?)
    /// What was just done stands at an hour for which nobody vouches.
    case clockInDoubt
    case refused(Command?, Refusal)
    /// The clock does not fit: nothing was written, and the hour is asked about before it is.
    case hourAsked(HourQuestion, then: Effect)
    /// It could not be carried out, and why: nothing of it stands.
    case notDone(Command, Bilingual)
    case failed(Bilingual)
    /// On its way to the printer, or being read; what became of it is said later.
    case underWay
    case printed(Bilingual)

    /// It could not be done, in words.
    package static func failed(_ es: String, _ en: String) -> Reply { .failed(Bilingual(es, en)) }
}

/// A question's answer, whichever it is.
package protocol AnyAnswered: Sendable {}

/// A question with its answer.
package struct Answered<Asked: Query>: AnyAnswered {
    /// What was asked.
    package let query: Asked
    /// What is answered.
    package let answer: Asked.Answer

    /// The answer to a question.
    package init(_ query: Asked, _ answer: Asked.Answer) {
        (self.query, self.answer) = (query, answer)
    }
}

extension Reply {
    /// The answer to this question; nil where it is another's, or none.
    package func answer<Asked: Query>(to query: Asked) -> Asked.Answer? {
        guard let found = answer(Asked.self), found.query == query else { return nil }
        return found.answer
    }

    /// The answer to a question of this kind, whatever it is about.
    package func answer<Asked: Query>(_: Asked.Type) -> Answered<Asked>? {
        if case .answer(let answered) = self { answered as? Answered<Asked> } else { nil }
    }
}

/// What an officer says of a list that the list leaves open.
package struct ListOptions: Sendable, Equatable {
    /// How it is to be read.
    package var reading = HandoverList.Options()
    /// It came in before today and is another hand-over all the same.
    package var again = false
    /// How the people of a list that announces a group come.
    package var mode: Mode?
    /// Who hands over the people of a list that announces a group.
    package var authority: Authority?

    /// Nothing said yet.
    package init() {}
}

/// Which file is read, at which point and for which group: an answer that comes late is nobody
/// else's.
package struct ListOrigin: Sendable, Equatable {
    /// Its name in the point's folder.
    package let name: String
    /// Whose folder.
    package let point: PointCode
    /// The group that takes it; nil announces one.
    package let group: Identifier<Group>?

    /// A file of a point, for a group.
    package init(name: String, point: PointCode, group: Identifier<Group>?) {
        self.name = name
        self.point = point
        self.group = group
    }
}

/// What came of reading a list, before or after it is brought in.
package struct ListOutcome: Sendable {
    /// What was read; nil when the whole of it was refused.
    package let list: HandoverList?
    /// Why the whole of it was refused; nil when it was read.
    package let failure: HandoverList.Failure?
    /// What it was brought into; nil while it was only read.
    package let group: Identifier<Group>?
    /// The group that each line is in already, by line.
    package var already: [Int: String] = [:]

    /// What came of one list.
    package init(list: HandoverList?, failure: HandoverList.Failure?, group: Identifier<Group>?) {
        self.list = list
        self.failure = failure
        self.group = group
    }
}

/// What happens to a screen's program.
package enum Message: Sendable {
    case key(Key)
    /// The hour, and the milliseconds since the program began by a clock that only goes forward.
    case tick(Instant, steady: Int)
    /// An answer to what was asked; to nothing where it is told by itself.
    case reply(Reply, to: Request?)
    /// Another desk has written.
    case changed
    case resized
    /// The file is held by somebody for longer than usual.
    case storeBusy(Bool)
    /// Who holds it, once that is known.
    case storeHeld(Holder)
    /// The store could not be looked at for so many minutes; nil when it can again.
    case stale(minutes: Int?)
}

/// What the program asks its surroundings to do.
package indirect enum Effect: Sendable {
    /// Asked with a number, by which its answers find who asked.
    case asked(Request, Effect)
    /// Done in the name of who was there when it was asked for, whoever is there by now.
    case by(Identifier<Officer>, Effect)
    /// Asks for a view; `holds` when keys wait until it is there.
    case load(any Query, holds: Bool)
    case perform(Command)
    /// Keeps a field of a draft; nil forgets it, and an empty text is an answer taken back.
    case draft(DraftKey, field: String, value: String?)
    case dropDraft(DraftKey)
    /// Puts the officer's draft aside by hand, or gives it back.
    case discardDraft(DraftKey, isDiscarded: Bool)
    /// Opens a person's card: the trace is written, with why where that is asked, and the card is
    /// the answer.
    case open(Identifier<Reception>, ReadReason?)
    /// What was open is not looked at any more: looking again leaves a trace again.
    case left(any Query)
    /// Asks whether this password, or PIN, is the officer's, and does what it is for.
    case signIn(Identifier<Officer>, [UInt8], GatePurpose, allowsPIN: Bool)
    /// The officer's own password in the place of a first one.
    case newPassword([UInt8])
    /// An officer leaves a desk.
    case leaveDesk(PointCode, Int, of: Identifier<Officer>)
    /// Reads a pasted list, or brings it in.
    case readList(text: String, PointCode, bring: Bool, into: Identifier<Group>?, ListOptions)
    /// The same for a file of the point's inbox folder.
    case readFile(name: String, PointCode, bring: Bool, into: Identifier<Group>?, ListOptions)
    case printSheet(Identifier<Group>)
    case printPaper(Identifier<Paper>)
    case printBook(PointCode, ChildBookSpan)
    /// A report of a shift, of now or of a moment that has passed.
    case printShift(ShiftReport, PointCode, of: Instant?, Language)
    case printHandOver(PointCode)
    /// The orientation sheet, for adults or for children.
    case printOrientation(PointCode, forChildren: Bool, Language)
    /// An official table, with its plots; and as a file for spreadsheets beside the store.
    case printReport(ReportOf, Language)
    case exportReport(ReportOf, Language)
    case bell
    /// What is wanted of a practice's clock, and of those who work beside it.
    case practice(PracticeOrder)
    /// How an officer wants their boards.
    case keepBoard(Identifier<Officer>, BoardSetting)
    case redraw
    case suspend
    case quit
}

extension Effect {
    /// What was asked; nil where nobody waits for an answer.
    package var request: Request? {
        if case .asked(let request, _) = self { request } else { nil }
    }

    /// Whoever asks for it is told what came of it.
    var isAnswered: Bool {
        switch self {
        case .load, .signIn, .newPassword: true
        default: holdsKeys
        }
    }

    /// What is done, whoever asked for it.
    package var bare: Effect {
        if case .asked(_, let effect) = self { effect.bare } else { self }
    }

    /// What it asks to be carried out; nil where it asks for nothing.
    package var command: Command? {
        switch self {
        case .asked(_, let effect), .by(_, let effect): effect.command
        case .perform(let command): command
        default: nil
        }
    }

    /// It writes facts, whose hour is the machine's.
    package var writesFacts: Bool {
        switch self {
        case .asked(_, let effect), .by(_, let effect): effect.writesFacts
        case .perform(let command):
            ![.confirmClock, .leaveHourToVerify].contains(command.name)
        case .readList(_, _, let brings, _, _), .readFile(_, _, let brings, _, _): brings
        default: false
        }
    }

    /// Keys typed after it wait until it is answered.
    var holdsKeys: Bool {
        switch self {
        case .load(_, let holds): holds
        case .perform, .open, .readList, .readFile, .printSheet, .printPaper, .printBook,
            .printOrientation, .printHandOver, .printShift, .printReport, .exportReport,
            .discardDraft:
            true
        default: false
        }
    }
}

/// What a screen does after a key or an answer.
package enum Step: Sendable {
    case effect(Effect)
    case push(any Screen)
    case replace(any Screen)
    case pop
    /// Presses a key for the screen that is now on top.
    case key(Key)
    /// The officer takes a place at a point.
    case seat(PointCode, desk: Int)
    /// What is done from here on stands on a sheet; nil goes back to the present.
    case capture(FromPaper?)
    /// Back to the first screen.
    case home
    case say(Bilingual, Role)
    /// How whoever sits here wants their boards.
    case wantBoard(BoardSetting)
    /// The key did nothing, which is said.
    case unheard
    /// Asks somebody else who they are.
    case gate(GatePurpose, about: String? = nil)
    /// Asks whoever sits here for their password.
    case prove(GatePurpose, about: String? = nil)
    /// A step that needs the hour at which it is taken.
    case now(@Sendable (Instant) -> Step)

    /// What it asks to be carried out; nil where it asks for nothing.
    var command: Command? {
        if case .effect(.perform(let command)) = self { command } else { nil }
    }
    static func perform(_ command: Command) -> Step { .effect(.perform(command)) }
    /// Something cannot be done now, and why.
    var isRefusal: Bool { if case .say(_, .late) = self { true } else { false } }

    static func refuse(_ es: String, _ en: String) -> Step { .say(Bilingual(es, en), .late) }
}
