#pragma once

#include <QTimer>
#include <QWidget>

class QToolButton;

namespace lanyard {

class PlainLabel;

/// What stands beside a field: for one that can be edited, that it is changed, with a button that undoes the change;
/// for one that can only be read, a button that copies its value. It takes the same room whether they are shown or not.
class FieldSide : public QWidget
{
    Q_OBJECT

public:
    /// @p label is the field's.
    FieldSide(const QString &label, bool isForReading, QWidget *parent = nullptr);

    void attachTo(QWidget &field);
    void setChanged(bool isChanged);
    /// @p whyNot, if it is not empty, tells why it cannot be copied now.
    void setCopyable(bool isCopyable, const QString &whyNot);
    void setReplaceable(bool isReplaceable);
    /// Shows "Copied" for two seconds.
    void showCopied();

Q_SIGNALS:
    void undoRequested();
    void copyRequested();
    void replaceRequested();

private:
    void arrange();

    PlainLabel *m_mark; // of a change, or "Copied"
    QToolButton *m_button;
    QToolButton *m_replace;
    QTimer m_copiedShown;
    bool m_isForReading;
};

} // namespace lanyard
