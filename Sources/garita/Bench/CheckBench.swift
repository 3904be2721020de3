import Glibc

/// What `verify` takes, whole, daily and quick, each in a process of its own.
struct CheckBench {
    let path: String

    func run(_ figures: inout [Figure]) {
        for (scope, flags) in [("whole", []), ("daily", ["--daily"]), ("quick", ["--quick"])] {
            let child = Child(["verify", "--store", path, "--json"] + flags)
            let took = child.untilEnd()
            figures += [
                Figure(
                    name: "verify \(scope), holds", value: took.status == 0 ? 1 : 0, bar: 1,
                    unit: "yes", isFloor: true),
                Figure(name: "verify \(scope)", value: took.seconds, unit: "s"),
                Figure(name: "verify \(scope), processor", value: took.processor, unit: "s"),
                Figure(
                    name: "verify \(scope), most memory", value: Double(took.peak) / 1024,
                    unit: "MB"),
            ]
        }
    }
}
