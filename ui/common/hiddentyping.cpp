#include "ui/common/hiddentyping.h"

#include <QLineEdit>
#include <QVariant>

#include <utility>

namespace lanyard {

namespace {

constexpr char HidesProperty[] = "lanyard_hides";
constexpr char HidingProperty[] = "lanyard_is_hiding";
constexpr char DotsProperty[] = "lanyard_hidden_as_dots";

void refreshDots(QLineEdit &line)
{
    const auto mode = isTypingHidden(line, line.text()) ? QLineEdit::Password : QLineEdit::Normal;
    if (line.echoMode() != mode)
        line.setEchoMode(mode);
}

} // namespace

void hideTypingIn(QWidget &view, const HidesText &hides, const HidesAnything &isHiding)
{
    view.setProperty(HidingProperty, QVariant::fromValue(isHiding));
    view.setProperty(HidesProperty, QVariant::fromValue(hides));
    refreshHiddenTyping(view);
}

bool isTypingHidden(const QWidget &field, const QString &text)
{
    for (const QWidget *view = &field; view; view = view->parentWidget()) {
        if (const auto hides = view->property(HidesProperty).value<HidesText>())
            return hides(text);
    }
    return false;
}

bool isAnyTypingHidden(const QWidget &field)
{
    for (const QWidget *view = &field; view; view = view->parentWidget()) {
        if (!view->property(HidesProperty).value<HidesText>())
            continue;
        const auto isHiding = view->property(HidingProperty).value<HidesAnything>();
        return !isHiding || isHiding();
    }
    return false;
}

void showHiddenAsDots(QLineEdit &line)
{
    line.setProperty(DotsProperty, true);
    QObject::connect(&line, &QLineEdit::textChanged, &line, [&line] { refreshDots(line); });
    refreshDots(line);
}

void refreshHiddenTyping(QWidget &view)
{
    auto lines = view.findChildren<QLineEdit *>();
    if (auto *line = qobject_cast<QLineEdit *>(&view))
        lines << line;
    for (QLineEdit *line : std::as_const(lines)) {
        if (line->property(DotsProperty).toBool())
            refreshDots(*line);
    }
}

} // namespace lanyard
