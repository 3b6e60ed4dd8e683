#pragma once

#include <QPointer>
#include <QString>
#include <QWidget>

class QEvent;

namespace lanyard {

/// What an input method shows in an editor but has not committed yet. The user sees it there, so it counts.
class Composition
{
public:
    /// To be called from an event filter of each editor, before anything else there acts on the event. Commits when the
    /// focus leaves the editor, and before an undo or redo by keys.
    void follow(QWidget *editor, const QEvent &event);
    /// Null while nothing is being composed.
    [[nodiscard]] QWidget *editor() const { return m_text.isEmpty() ? nullptr : m_editor.data(); }
    /// Commits it: the editor must not be filled anew, read or closed before.
    void finish();

private:
    QPointer<QWidget> m_editor;
    QString m_text;
};

} // namespace lanyard
