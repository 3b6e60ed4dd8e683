#pragma once

#include <QLineEdit>

class QHBoxLayout;

namespace lanyard {

/// The words that a list is filtered by.
class FilterEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterEdit(QWidget *parent = nullptr);

    /// A row with this, after its label.
    [[nodiscard]] QHBoxLayout *labelledRow();
    /// Dots instead of the words.
    void setMasked(bool isMasked) { setEchoMode(isMasked ? QLineEdit::Password : QLineEdit::Normal); }
    /// Takes the focus; what is typed next replaces the words.
    void beginAnew();
    /// Down leads from it into @p list.
    void leadTo(QWidget *list);
};

} // namespace lanyard
