import Repatriation
import Terminal

/// Who helps near a point, with free places. A lead adds, changes and retires them.
struct ProvidersScreen: PointListing {
    typealias Asked = ProvidersNear
    static let name = Bilingual("Instituciones", "Institutions")
    let place: PointCode
    var procedure: Procedure? { Procedure(.refer, alarms: [.providerFull], isOfReferrals: true) }
    var list = LiveList<Provider>()

    static let table: KeyTable<Self> = [
        .on(.enter, "Cambiar", "Change") { screen, provider, _ in
            [.push(ProviderForm.of(provider, screen.place))]
        },
        .key(.add) { [.push(ProviderForm.of(nil, $0.place))] },
        .on(.retire) { screen, provider, _ in [.push(screen.retire(provider))] }, .back,
    ]

    private func retire(_ provider: Provider) -> MenuScreen {
        var words = ProviderWords()
        words.isRetired = true
        let retire: Step = .perform(.act(SetProvider(at: place, provider.id, words)))
        return MenuScreen(
            Bilingual("¿Ya no se ofrece?", "No longer offered?"),
            note: Bilingual(provider.name, provider.name),
            [
                .init("n", "no: se queda", "no: it stays", []),
                .init(
                    "s", "sí: ya no se ofrece a nadie", "yes: offered to nobody", [retire]),
            ])
    }

    func draw(on frame: inout Frame, _ context: Workplace) {
        let empty = Bilingual("Ninguna. «a» agrega una.", "None. «a» adds one.")
        let local = context.local(context.now, place)
        list.draw(on: &frame, from: 1, empty: empty(context.language)) { provider, row, frame in
            let wide = frame.width >= 70
            frame.put(
                TextWidth.cut(provider.name, to: wide ? 38 : frame.width - 12), row: row, column: 2)
            let free = provider.free.map { free in "\(free)/\(provider.places ?? 0)" } ?? "–"
            frame.putRight(
                free, row: row, before: wide ? 50 : frame.width - 1,
                Style(provider.free == 0 ? .late : .text))
            guard wide else { return }
            let isOpen = provider.isOpen(at: local)
            let state = isOpen ? Bilingual("abierta", "open") : Bilingual("cerrada", "closed")
            frame.put(state(context.language), row: row, column: 52, Style(isOpen ? .text : .muted))
            frame.put(
                TextWidth.fit(provider.contact ?? "", frame.width - 62), row: row, column: 61,
                Style(.muted))
        }
    }
}

extension Provider: Identifiable {}

/// What is said of an institution.
enum ProviderForm {
    static func of(_ provider: Provider?, _ point: PointCode) -> FormScreen {
        let served = ReferralKind.allCases.filter { provider?.serves.contains($0) == true }.map(
            \.rawValue)
        func text(_ number: Int?) -> String { number.map(String.init) ?? "" }
        return FormScreen(
            provider.map { Bilingual($0.name, $0.name) }
                ?? Bilingual("Institución nueva", "New institution"),
            of: "provider:\(point.text):\(provider?.id.value ?? 0)",
            [
                FormField("name", "Nombre", "Name", value: provider?.name ?? "", required: true),
                FormField(
                    "serves", "Para qué", "What for",
                    .many(.of(ReferralKind.self, "abcdefghijlmnopqrstuvwxyz123")),
                    value: served.joined(separator: ","),
                    required: true),
                FormField(
                    "fromAge", "Edad desde", "Age from", .number(0...120),
                    value: text(provider?.fromAge)),
                FormField(
                    "toAge", "Edad hasta", "Age to", .number(0...120), value: text(provider?.toAge)),
                FormField(
                    "sex", "Sólo", "Only",
                    .options([
                        .init(code: "M", letter: "m", label: Bilingual("mujeres", "women")),
                        .init(code: "H", letter: "h", label: Bilingual("hombres", "men")),
                    ]),
                    value: provider?.sexes.count == 1 ? provider?.sexes.first?.rawValue ?? "" : ""),
                FormField("hours", "Horario", "Hours", value: provider?.hours ?? ""),
                FormField(
                    "places", "Lugares", "Places", .number(0...9999), value: text(provider?.places)),
                FormField("contact", "Contacto", "Contact", value: provider?.contact ?? ""),
            ]
        ) { values in
            var words = ProviderWords()
            words.name = values["name"]
            words.serves = Set(stored: .text(values["serves"] ?? ""))
            words.sexes = values["sex"].flatMap(Sex.init).map { [$0] } ?? []
            (words.fromAge, words.toAge) = (
                values["fromAge"].flatMap(Int.init), values["toAge"].flatMap(Int.init)
            )
            (words.hours, words.contact) = (values["hours"] ?? "", values["contact"])
            words.places = values["places"].flatMap(Int.init)
            return [.perform(.act(SetProvider(at: point, provider?.id, words)))]
        }
    }
}
