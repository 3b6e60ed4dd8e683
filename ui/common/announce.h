#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace lanyard {

/// Polite: after what is being spoken. Assertive: at once, for what must not be missed.
enum class Politeness { Polite, Assertive };

/// Makes a screen reader speak @p text, which @p about shows: what appears without a change of focus would go
/// unnoticed. Nothing happens while no assistive technology listens.
void announce(QWidget *about, const QString &text, Politeness politeness = Politeness::Polite);

/// The label's text, which becomes its accessible name too.
void announce(QLabel *label, Politeness politeness = Politeness::Polite);

} // namespace lanyard
