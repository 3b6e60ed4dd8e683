#pragma once

#include <QAccessible>

#include <memory>

class QObject;
class QWidget;

namespace lanyard {

/// What is to be told instead of @p event, of a text; null if it may be told as it is. See correctToldEvents().
[[nodiscard]] std::unique_ptr<QAccessibleEvent> correctedText(const QAccessibleEvent &event);

/// While it exists, nobody is told of changes of the text in @p field: it is overwritten rather than edited.
class TextSilence
{
public:
    explicit TextSilence(const QWidget &field);
    ~TextSilence();
    Q_DISABLE_COPY_MOVE(TextSilence)

private:
    const QObject *m_before;
};

/// Whether @p event is of a text of which nobody is told now.
[[nodiscard]] bool isSilenced(const QAccessibleEvent &event);

} // namespace lanyard
