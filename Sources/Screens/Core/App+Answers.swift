import Repatriation
import Terminal

/// What becomes of an answer: what holds for every screen, then what each that asked makes of it.
extension App {
    /// Takes what the store, the printer or the gate answered.
    mutating func take(_ reply: Reply, to request: Request?) -> [Effect] {
        var effects: [Effect] = []
        var isOver = false
        switch reply {
        case .answer: note(reply)
        case .done(let command, let act, let result, let person):
            context.isHourInDoubt = false
            // What was only marked is brought back while nothing else was done.
            if act != nil, dropped?.draft == nil { dropped = nil }
            if let saved = command.act(SaveProfile.self) {
                context.lastAnswers = saved.answers.filter {
                    ProfileField.repeatable.contains($0.key) && !$0.value.isEmpty
                }
            }
            if act != nil, let paper = ReplyWords.paper(command, result) {
                effects += run([.effect(.printPaper(paper))])
            }
            if let said = ReplyWords.message(command, changed: act != nil, result, person, context)
            {
                messages = [said]
            }
            isOver = true
        case .refused(let command, let refusal):
            if let command { leaveSeat(refused: command, refusal) }
            warn(refusal.sentence, .late)
            if command != nil { noteRefusal() }
            // A question that was refused is not asked again by itself.
            isOver = command != nil
        case .hourAsked(let doubt, let effect):
            let place = context.names[point] == nil ? doubt.point : point
            messages = []
            context.isHourInDoubt = true
            effects += run([.push(HourForms.ask(doubt, at: place, then: effect, context))])
        case .clockInDoubt:
            context.isHourInDoubt = true
            warn(ReplyWords.clockInDoubt, .late)
        case .draft(let key, let isDiscarded):
            let words =
                isDiscarded
                ? Bilingual(
                    "Borrador descartado; «u» lo devuelve.", "Draft discarded; «u» brings it back.")
                : Bilingual("El borrador está de vuelta.", "The draft is back.")
            messages = [Said(words, .message)]
            if !isDiscarded, let screen = dropped, screen.draft == key {
                dropped = nil
                effects += run([.push(screen)])
            } else {
                isOver = true
            }
        case .gate(let answer): effects += takeGate(answer, to: request)
        case .failed(let words), .notDone(_, let words): warn(words, .critical)
        case .printed(let words):
            // What the act itself said stays: the paper is the second half of it.
            messages = [
                messages.last { $0.role == .message }?.followed(by: words) ?? Said(words, .message)
            ]
        default: break
        }
        effects += tell(reply, to: request)
        if isTopNew { effects += load(queries()) }
        if isOver { effects += reload(after: request) }
        return effects + drain(keepingMessages: true)
    }

    /// What holds for every screen, whichever asked.
    private mutating func note(_ reply: Reply) {
        if let queue = reply.answer(QueueOf.self)?.answer, queue.point == context.point {
            context.locks[queue.point] = queue.lockMinutes
            context.attendsOPI =
                queue.desk?.state == .open && queue.desk?.attends.contains(.opi) == true
                && queue.desk?.officer == context.officer.id
        }
        if let point = reply.answer(ShiftOf.self)?.answer.point {
            context.locks[point.code] = point.lockMinutes
        }
        if let isInDoubt = reply.answer(to: HourInDoubt()) { context.isHourInDoubt = isInDoubt }
        if let signers = reply.answer(to: SignersHere()) {
            gate?.take(signers, besides: context.officer.id)
        }
    }

    /// Every screen that asked hears the answer before any of them moves the stack.
    private mutating func tell(_ reply: Reply, to request: Request?) -> [Effect] {
        guard let request else { return [] }
        var steps: [(steps: [Step], hearers: [Int])] = []
        for index in screens.indices.reversed()
        where request.hearers.contains(stack.numbers[index]) {
            let hearers = Array(stack.numbers.prefix(index + 1))
            steps.append((stack[index].take(reply, context), hearers))
        }
        return steps.flatMap { carryOut($0.steps, for: $0.hearers) }
    }
}
