import Drill
import Repatriation
import Screens
import Synchronization

extension LiveDay {
    /// Carries out what a trainer wants of whoever has a name here. What is written down for them to
    /// read they are given by `reads`, once it is kept; `tell` hears what came of it.
    func obey(
        _ order: TrainerOrder, for name: String, reads: @escaping @Sendable (String) -> Void,
        then tell: @escaping @Sendable (Rehearsal.ByHand) -> Void
    ) {
        switch order {
        case .pause: obey(.pause)
        case .faster: obey(.faster)
        case .slower: obey(.slower)
        case .back(_, let moment): obey(.back(moment))
        case .inject(_, let id): requests.ask(.inject(id), then: tell)
        case .note(_, let text): requests.ask(.keep(.remark, name, text), then: tell)
        case .message(_, let text):
            requests.ask(.keep(.message, name, text)) { answer in
                if answer == .told { reads(text) }
                tell(answer)
            }
        case .watch, .results, .redraw, .end: break
        }
    }
}

extension TrainerOrder {
    /// What became of it, as the trainer is told.
    func words(_ answer: Rehearsal.ByHand) -> Bilingual {
        switch (answer, self) {
        case (.notKept, .message):
            Bilingual(
                "el mensaje no se envió: la práctica terminó o se detuvo.",
                "the message was not sent: the practice is over or has stopped.")
        case (.notKept, _):
            Bilingual(
                "no se guardó: la práctica terminó o se detuvo.",
                "not kept: the practice is over or has stopped.")
        case (_, .message): Bilingual("Mensaje enviado.", "Message sent.")
        case (_, .note): Bilingual("Nota guardada.", "Note kept.")
        case (.told, .inject(_, let id)):
            Bilingual("«\(id)» ocurre ahora.", "«\(id)» happens now.")
        case (.already, .inject(_, let id)):
            Bilingual("«\(id)» ya ocurrió.", "«\(id)» has happened.")
        case (.tooEarly, .inject(_, let id)):
            Bilingual(
                "«\(id)» todavía no: falta la persona que menciona.",
                "«\(id)» not yet: the person it names is missing.")
        default: Bilingual("la práctica terminó.", "the practice is over.")
        }
    }
}

extension PracticeState.Told {
    /// What a trainer said to whoever works.
    init(trainer text: String, number: Int, at now: Instant, _ language: Language) {
        self.init(
            id: "instructora-\(number)", at: now,
            synopsis: language("Instructora: \(text)", "Trainer: \(text)"), hint: "",
            isSaid: true)
    }
}

/// What became of an order for several, told once: when the last has answered.
final class OrderAnswers: Sendable {
    private let waiting: Mutex<(count: Int, failed: [String])>
    private let tell: @Sendable ([String]) -> Void

    /// `tell` hears the names of those for whom nothing was kept.
    init(of count: Int, then tell: @escaping @Sendable ([String]) -> Void) {
        waiting = Mutex((count, []))
        self.tell = tell
    }

    /// One has answered.
    func take(_ answer: Rehearsal.ByHand, of name: String) {
        let failed = waiting.withLock { waiting -> [String]? in
            waiting.count -= 1
            if answer == .notKept { waiting.failed.append(name) }
            return waiting.count == 0 ? waiting.failed : nil
        }
        if let failed { tell(failed) }
    }
}
