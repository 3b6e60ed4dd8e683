#include "ui/common/undokeys.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace lanyard {

namespace {

bool isCtrlY(const QKeyEvent &key)
{
    return key.key() == Qt::Key_Y && (key.modifiers() & ~Qt::KeypadModifier) == Qt::ControlModifier;
}

class RedoByCtrlY : public QObject
{
public:
    explicit RedoByCtrlY(QLineEdit *edit) : QObject(edit), m_edit(edit) { edit->installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
        if (watched != m_edit || !isKey || !isCtrlY(*static_cast<QKeyEvent *>(event)))
            return false;
        event->accept();
        if (event->type() == QEvent::KeyPress)
            m_edit->redo();
        return true;
    }

private:
    QLineEdit *m_edit;
};

} // namespace

QList<QKeySequence> redoKeys()
{
    return QKeySequence::keyBindings(QKeySequence::Redo) << QKeySequence(Qt::CTRL | Qt::Key_Y);
}

bool isUndoOrRedo(const QKeyEvent &key)
{
    return key.matches(QKeySequence::Undo) || key.matches(QKeySequence::Redo) || isCtrlY(key);
}

void redoByCtrlY(QLineEdit *edit)
{
    new RedoByCtrlY(edit);
}

} // namespace lanyard
