import Repatriation
import Terminal

/// The groups of a point.
package struct GroupsScreen: Screen {
    private let place: PointCode
    private var list = LiveList<GroupLine>()

    /// The groups of one point; empty until the store answers.
    package init(point: PointCode) { place = point }

    package var point: PointCode? { place }
    package func title(_ context: Context) -> String {
        Bilingual("Grupos", "Groups")(context.language) + " · \(context.names[place] ?? place.text)"
    }

    package var queries: [Query] { [.groups(place)] }
    package var hasFresh: Bool { list.hasFresh }
    package var bindings: [Binding] {
        [
            Binding(.enter, "Pase de lista", "Roll call"), Letter.add.binding(Bilingual("(anunciar)", "(announce)")),
            Letter.list.binding(), Letter.atLine.binding(Bilingual("(llegó)", "(arrived)")), Letter.balance.binding(),
            Letter.conclude.binding(), Letter.correct.binding(), Letter.sheet.binding(), Letter.reopen.binding(),
            Letter.help.binding(Bilingual("al grupo", "to the group")),
        ]
    }

    package mutating func take(_ reply: Reply, _ context: Context) -> [Step] {
        guard case .groups(place, let lines) = reply else { return [] }
        list.take(lines)
        return []
    }

    package mutating func rest(_ context: Context) { list.adopt() }

    package mutating func press(_ key: Key, _ context: Context) -> [Step] {
        if let amount = Moves.amount(key) {
            list.move(by: amount)
            return []
        }
        switch key {
        case Letter.add.key:
            list.adopt()
            list.expectOwn()
            return [.push(GroupForms.announce(place))]
        case Letter.list.key: return [.push(ListScreen(point: place, into: list.current))]
        default: break
        }
        guard let line = list.current else {
            return [.refuse("No hay grupo en el cursor.", "There is no group at the cursor.")]
        }
        switch key {
        case .enter: return [.push(RollCallScreen(group: line.id))]
        case Letter.atLine.key: return [.push(GroupForms.count(line, .line))]
        case Letter.balance.key: return [.push(GroupForms.balance(line))]
        case Letter.conclude.key: return [.perform(.act(CloseGroup(line.id)))]
        case Letter.correct.key: return [.push(GroupForms.amend(line.group))]
        case Letter.sheet.key:
            guard place == context.point else {
                return [.refuse("Se imprime en su punto.", "It is printed at its own point.")]
            }
            return [.effect(.printSheet(line.id))]
        case Letter.help.key: return [.push(GiveHelpScreen(group: line.group))]
        case Letter.reopen.key: return [.perform(.act(ReopenGroup(line.id, reason: nil)))]
        default: return [.unheard]
        }
    }

    package func draw(on frame: inout Frame, _ context: Context) {
        let isWide = frame.width >= 76
        let head =
            isWide
            ? Bilingual(
                "Grupo  Llegó  Modo        Lista  Recib  No ll  F/lis  Faltan  Línea  Estado",
                "Group  Came   Mode        List   Recd   Abs    Off    Left    Line   State")
            : Bilingual("Grupo  Lista  Recib  Faltan Estado", "Group  List   Recd   Left   State")
        frame.put(head(context.language), row: 1, column: 2, Style(.muted))
        for (row, index) in list.window(frame.height - 4).enumerated() {
            let line = list.elements[index]
            draw(line, isWide: isWide, on: &frame, row: 2 + row, context)
            if line.id == list.selected {
                frame.put("▌", row: 2 + row, column: 0, Style(.selection))
                frame.cursor = (2 + row, 0)
            }
        }
        if list.elements.isEmpty {
            let words = Bilingual(
                "Sin grupos. «a» anuncia uno, «i» pega o abre una lista.",
                "No groups. «a» announces one, «i» pastes or opens a list.")
            frame.put(words(context.language), row: 2, column: 2, Style(.muted), limit: frame.width - 4)
            frame.cursor = (2, 1)
        }
        frame.isCursorVisible = true
    }

    private func draw(_ line: GroupLine, isWide: Bool, on frame: inout Frame, row: Int, _ context: Context) {
        let counts = line.counts
        frame.put(line.group.name, row: row, column: 2, Style(.title))
        func right(_ value: Int?, _ column: Int, _ role: Role = .text) {
            frame.putRight(value.map(String.init) ?? "–", row: row, before: column, Style(role))
        }
        let (state, role) = self.state(line)
        if isWide {
            frame.put(line.arrived?.clock ?? line.expected.map { "~\($0.clock)" } ?? "–", row: row, column: 9)
            frame.put(CodeWords.of(line.group.mode)(context.language), row: row, column: 16)
            right(counts.onList, 33)
            right(counts.received, 40)
            right(counts.noShow, 47)
            right(counts.offList, 54)
            right(counts.pending, 62, counts.pending > 0 ? .late : .text)
            right(line.group.line, 69)
            frame.put(state(context.language), row: row, column: 71, Style(role))
        } else {
            right(counts.onList, 14)
            right(counts.received, 21)
            right(counts.pending, 29, counts.pending > 0 ? .late : .text)
            // A number that is cut would be another.
            frame.put(TextWidth.fit(state(context.language), frame.width - 30), row: row, column: 30, Style(role))
        }
    }

    private func state(_ line: GroupLine) -> (Bilingual, Role) {
        switch line.group.stage {
        case .announced:
            line.group.isOutOfHours
                ? (Bilingual("f/horario", "off hours"), .late) : (Bilingual("anunciado", "announced"), .info)
        case .arrived: (Bilingual("llegó", "here"), .accent)
        case .balanced:
            line.counts.inside > 0
                ? (Bilingual("quedan \(line.counts.inside)", "\(line.counts.inside) left"), .text)
                : (Bilingual("cuadrado", "balanced"), .ok)
        case .concluded: (Bilingual("concluido", "concluded"), .muted)
        }
    }
}

/// The forms about groups.
enum GroupForms {
    static let modes: [AnswerOption] = [
        .init(code: "bus", letter: "b", label: Bilingual("autobús", "bus")),
        .init(code: "van", letter: "c", label: Bilingual("camioneta", "van")),
        .init(code: "foot", letter: "p", label: Bilingual("a pie", "on foot")),
        .init(code: "flight", letter: "v", label: Bilingual("vuelo", "flight")),
    ]
    static let authorities: [AnswerOption] = [
        .init(code: "ICE", letter: "i", label: Bilingual("ICE", "ICE")),
        .init(code: "USBP", letter: "u", label: Bilingual("USBP Patrulla Fronteriza", "USBP Border Patrol")),
        .init(code: "OFO", letter: "o", label: Bilingual("OFO", "OFO")),
        .init(code: "other", letter: "x", label: Bilingual("otra", "other")),
    ]

    private static func fields(_ group: Group?) -> [FormField] {
        [
            FormField(
                "mode", "Modo", "Mode", .options(modes),
                value: group.map { $0.mode == .notStated ? "" : $0.mode.rawValue } ?? ""),
            FormField(
                "authority", "Autoridad que entrega", "Authority", .options(authorities),
                value: group.map { $0.authority == .notStated ? "" : $0.authority.rawValue } ?? ""),
            FormField("office", "Oficina o sector", "Office or sector", value: group?.office ?? ""),
            FormField("minutes", "Llega en (minutos)", "Arrives in (minutes)", .number()),
            FormField(
                "count", "Personas que declara EUA", "People the US declares", .number(),
                value: group?.declared.map(String.init) ?? ""),
            FormField("calledBy", "Quién avisó", "Who called", value: group?.calledBy ?? ""),
            FormField("phone", "Teléfono", "Phone", value: group?.phone ?? ""),
            FormField(
                "medical", "Casos médicos", "Medical cases", .number(), value: group?.medical.map(String.init) ?? ""),
            FormField("families", "Familias", "Families", .number(), value: group?.families.map(String.init) ?? ""),
            FormField(
                "children", "Niñas, niños, adolescentes", "Children", .number(),
                value: group?.children.map(String.init) ?? ""),
        ]
    }

    private static func announcement(_ values: [String: String], now: Instant) -> Announcement {
        var announcement = Announcement()
        announcement.mode = values["mode"].flatMap(Mode.init)
        announcement.authority = values["authority"].flatMap(Authority.init)
        announcement.office = values["office"]
        announcement.expectedAt = values["minutes"].flatMap(Int.init).map { now.adding(minutes: $0) }
        announcement.count = values["count"].flatMap(Int.init)
        announcement.calledBy = values["calledBy"]
        announcement.phone = values["phone"]
        announcement.medical = values["medical"].flatMap(Int.init)
        announcement.families = values["families"].flatMap(Int.init)
        announcement.children = values["children"].flatMap(Int.init)
        return announcement
    }

    static func announce(_ point: PointCode) -> FormScreen {
        FormScreen(Bilingual("Anunciar grupo", "Announce a group"), of: "point:\(point.text)", fields(nil)) { values in
            [.now { .perform(.act(AnnounceGroup(point, announcement(values, now: $0)))) }]
        }
    }

    static func amend(_ group: Group) -> FormScreen {
        FormScreen(
            Bilingual("Editar \(group.name)", "Edit \(group.name)"), of: "group:\(group.id.value)", fields(group)
        ) { values in
            [.now { .perform(.act(AmendGroup(group.id, announcement(values, now: $0)))) }]
        }
    }

    /// A head count is typed blind: the screen shows no figure to copy.
    static func count(_ line: GroupLine, _ place: CountPlace) -> FormScreen {
        let heading =
            place == .line
            ? Bilingual("Conteo en la línea · \(line.group.name)", "Count at the line · \(line.group.name)")
            : Bilingual("Conteo en sala · \(line.group.name)", "Count in the room · \(line.group.name)")
        let group = line.id
        let isAnnounced = line.group.stage == .announced
        return FormScreen(
            heading, of: "group:\(group.value)",
            [
                FormField("count", "Personas contadas", "People counted", .number(), required: true),
                FormField("reason", "Motivo, si ya sabe de una diferencia", "Reason, if a difference is known"),
            ]
        ) { values in
            guard let count = values["count"].flatMap(Int.init) else { return [] }
            if place == .line, isAnnounced { return [.perform(.act(ArriveGroup(group, headcount: count)))] }
            return [.perform(.act(HeadCount(group, place, count, reason: values["reason"])))]
        }
    }

    static func balance(_ line: GroupLine) -> FormScreen {
        let group = line.id
        let counts = line.counts
        func count(_ number: Int?) -> String { number.map(String.init) ?? "–" }
        let (declared, atLine, inRoom) = (count(line.group.declared), count(line.group.line), count(line.group.room))
        return FormScreen(
            Bilingual("Cuadrar \(line.group.name)", "Balance \(line.group.name)"), of: "group:\(group.value)",
            note: Bilingual(
                "Presentes \(counts.present). Conteos: declarado \(declared), línea \(atLine), sala \(inRoom). No llegó \(counts.noShow). "
                    + "Cuadra si coinciden, o si el motivo explica cada diferencia.",
                "Present \(counts.present). Counts: declared \(declared), line \(atLine), room \(inRoom). Did not come \(counts.noShow). "
                    + "Balanced when they agree, or when the reason explains each difference."),
            [FormField("reason", "Motivo de la diferencia, si la hay", "Reason of the difference, if any")]
        ) { [.perform(.act(BalanceGroup(group, reason: $0["reason"])))] }
    }
}
