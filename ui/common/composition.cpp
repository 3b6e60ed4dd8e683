#include "ui/common/composition.h"

#include "ui/common/undokeys.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QInputMethod>
#include <QInputMethodEvent>
#include <QKeyEvent>

#include <utility>

namespace lanyard {

void Composition::follow(QWidget *editor, const QEvent &event)
{
    if (event.type() == QEvent::InputMethod) {
        m_editor = editor;
        m_text = static_cast<const QInputMethodEvent &>(event).preeditString();
    } else if (event.type() == QEvent::FocusOut && editor == m_editor) {
        finish();
    } else if (event.type() == QEvent::ShortcutOverride && editor == m_editor) {
        if (isUndoOrRedo(static_cast<const QKeyEvent &>(event)))
            finish(); // it is the last step
    }
}

void Composition::finish()
{
    const QString text = std::exchange(m_text, {});
    if (text.isEmpty() || !m_editor)
        return;
    QInputMethodEvent commit;
    commit.setCommitString(text);
    QCoreApplication::sendEvent(m_editor, &commit);
    QGuiApplication::inputMethod()->reset();
}

} // namespace lanyard
